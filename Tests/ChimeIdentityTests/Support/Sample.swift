/// Names that the tests use.
enum Sample {
    static let appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/0f1e"
    static let user = "\(appInstance)/user/ada"
    static let application =
        "arn:aws:mobiletargeting:us-east-1:111122223333:apps/9f2c4b1c7d8e4f60a1b2c3d4e5f60718"
    static let appleToken = String(repeating: "9f", count: 32)
    static let firebaseToken = "cXv1-Yz_7:APA91b" + String(repeating: "Hq-3_Z", count: 22)
}
