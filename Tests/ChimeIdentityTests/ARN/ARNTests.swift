import ChimeIdentity
import Testing

@Suite("ARNs are taken apart and put together")
struct ARNTests {
    @Test("the parts of an ARN; colons of the resource belong to it")
    func parts() throws {
        let arn = try #require(
            ARN("arn:aws-us-gov:chime:us-gov-west-1:111122223333:app-instance/a:b/user/c:d"))

        #expect(arn.partition == "aws-us-gov")
        #expect(arn.service == "chime")
        #expect(arn.region == "us-gov-west-1")
        #expect(arn.account == "111122223333")
        #expect(arn.resource == "app-instance/a:b/user/c:d")
        #expect(
            arn.description == "arn:aws-us-gov:chime:us-gov-west-1:111122223333:app-instance/a:b/user/c:d")
    }

    @Test(
        "what is no ARN",
        arguments: ["", "ada", "arn", "arn:aws:chime", "urn:a:b:c:d:e", "ARN:a:b:c:d:e", " arn:a:b:c:d:e"])
    func noARN(text: String) {
        #expect(ARN(text) == nil)
    }

    @Test("a mark that combines with a colon does not hide it")
    func combiningMark() {
        #expect(ARN("arn:a:b:c:d:\u{301}x")?.resource == "\u{301}x")
    }

    @Test("a user's ARN names its app instance, and the app instance names its users")
    func users() throws {
        let user = try #require(AppInstanceARN("\(Sample.appInstance)/user/ada.l@x:1"))

        #expect(user.appInstanceId == "0f1e")
        #expect(user.userId == "ada.l@x:1")
        #expect(user.appInstance == Sample.appInstance)
        #expect(user.user("bob") == "\(Sample.appInstance)/user/bob")

        let instance = try #require(AppInstanceARN(Sample.appInstance))
        #expect(instance.userId == nil)
        #expect(instance.user("ada") == Sample.user)
        #expect(AppInstanceARN(instance.user("ada"))?.description == Sample.user)
    }

    @Test(
        "ARNs of other things are neither",
        arguments: [
            "arn:aws:chime:us-east-1:111122223333:app-instance/",
            "arn:aws:chime:us-east-1:111122223333:app-instance",
            "\(Sample.appInstance)/user", "\(Sample.appInstance)/user/", "\(Sample.appInstance)/bot/b",
            "\(Sample.appInstance)/user/a/b", Sample.application,
            "arn:aws:sns:us-east-1:111122223333:app-instance/a",
        ])
    func others(text: String) {
        #expect(AppInstanceARN(text) == nil)
    }
}
