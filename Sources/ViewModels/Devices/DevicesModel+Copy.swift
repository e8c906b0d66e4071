import ChimeIdentity

extension DevicesModel {
    /// What of the device under the cursor can be copied. Tokens only once they are shown.
    public var copies: [CopyItem] {
        guard let selected else { return [CopyItem("user ARN", user.arn)] }
        var items = [CopyItem("endpoint id", selected.endpointId)]
        if let details = selectedDetails.value {
            if let arn = details.resourceArn { items.append(CopyItem("resource ARN", arn)) }
            if let token = details.endpointAttributes?.deviceToken {
                items.append(self.token("device token", token))
            }
            if let token = details.endpointAttributes?.voipDeviceToken {
                items.append(self.token("VoIP token", token))
            }
        }
        if let name = selected.name, !name.isEmpty { items.append(CopyItem("name", name)) }
        items.append(CopyItem("user ARN", user.arn))
        if let json { items.append(json) }
        return items
    }

    private func token(_ title: String, _ token: String) -> CopyItem {
        showsTokens
            ? CopyItem(title, token)
            : CopyItem(title, token, obstacle: "Reveal the tokens first, then copy.")
    }

    /// The details under AWS's own member names, as `carillon endpoints show --output json` prints them; masked tokens
    /// are left out.
    private var json: CopyItem? {
        guard var endpoint = selectedDetails.value else { return nil }
        if !showsTokens { endpoint.endpointAttributes = nil }
        guard let text = try? JSONText.pretty(endpoint) else { return nil }
        return CopyItem(
            "JSON", String(text.dropLast()),
            shownAs: showsTokens ? "all details" : "all details but the tokens")
    }
}
