/// The people of the sample data, with names in several scripts.
enum SamplePeople {
    /// Ids with names. The first by name is the one that the documentation shows.
    static let all: [(id: String, name: String)] = [
        ("ada.lovelace", "Ada Lovelace"), ("adwoa.mensah", "Adwoa Mensah"), ("agnes.nagy", "Ágnes Nagy"),
        ("aiko.tanaka", "田中 愛子"), ("alan.turing", "Alan Turing"), ("amal.haddad", "أمل حداد"),
        ("amira.cohen", "אמירה כהן"), ("ananya.sharma", "अनन्या शर्मा"), ("anders.ostberg", "Anders Östberg"),
        ("anna.kowalska", "Anna Kowalska"), ("arjun.reddy", "Arjun Reddy"), ("astrid.berg", "Åstrid Bérg"),
        ("barbara.liskov", "Barbara Liskov"), ("beatriz.souza", "Beatriz Souza"),
        ("bjork.jonsdottir", "Björk Jónsdóttir"),
        ("carlos.nunez", "Carlos Núñez"), ("chen.wei", "陈伟"), ("chloe.dubois", "Chloé Dubois"),
        ("claude.shannon", "Claude Shannon"), ("dana.levi", "דנה לוי"),
        ("dimitris.pappas", "Δημήτρης Παππάς"),
        ("donald.knuth", "Donald Knuth"), ("edsger.dijkstra", "Edsger Dijkstra"),
        ("elena.petrova", "Елена Петрова"),
        ("emeka.okafor", "Emeka Okafor"), ("fatima.alzahra", "فاطمة الزهراء"),
        ("frances.allen", "Frances Allen"),
        ("giulia.rossi", "Giulia Rossi"), ("grace.hopper", "Grace Hopper"), ("hana.kim", "김하나"),
        ("hedy.lamarr", "Hedy Lamarr"), ("hiroshi.sato", "佐藤 浩"), ("ingrid.muller", "Ingrid Müller"),
        ("isabel.garcia", "Isabel García"), ("ivan.novak", "Ivan Novák"), ("jan.de.vries", "Jan de Vries"),
        ("jia.li", "李佳"), ("john.backus", "John Backus"), ("jose.silva", "José Silva"),
        ("katherine.johnson", "Katherine Johnson"), ("ken.thompson", "Ken Thompson"),
        ("kofi.boateng", "Kofi Boateng"),
        ("lakshmi.iyer", "லக்ஷ்மி"), ("leslie.lamport", "Leslie Lamport"), ("linh.nguyen", "Nguyễn Thị Linh"),
        ("malee.srisai", "มาลี ศรีใส"), ("margaret.hamilton", "Margaret Hamilton"),
        ("maria.santos", "Maria Santos 🌻"),
        ("mei.zhang", "张梅"), ("mikhail.volkov", "Михаил Волков"), ("niklaus.wirth", "Niklaus Wirth"),
        ("noor.khan", "نور خان"), ("olga.shevchenko", "Ольга Шевченко"), ("omar.farouk", "عمر فاروق"),
        ("radia.perlman", "Radia Perlman"), ("rosa.family", "Rosa 👩‍👩‍👧"),
        ("shafi.goldwasser", "Shafi Goldwasser"),
        ("tim.bernerslee", "Tim Berners-Lee"), ("yuki.mori", "森 由紀"),
        ("zofia.wisniewska", "Zofia Wiśniewska"),
    ]
}
