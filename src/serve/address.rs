//! What a request asks for, and of whom.

use std::net::IpAddr;

use crate::path;

/// The path of a request, decoded; none where it is no path that a site can have: it would climb, or it holds what no
/// name holds.
pub(super) fn path(raw: &str) -> Option<String> {
    let mut path = String::with_capacity(raw.len());
    for part in raw.strip_prefix('/')?.split('/') {
        let part = path::decode(part)?;
        let is_odd = |c: char| matches!(c, '/' | '\\') || c.is_control();
        if matches!(part.as_ref(), "." | "..") || part.contains(is_odd) {
            return None;
        }
        path.extend(["/", &part]);
    }
    Some(path)
}

/// Whether a host, as a browser names it, is this server: a name of the machine's own loopback, or the interface. A
/// page of somebody else's can have its own name lead here, but none of these.
pub(super) fn is_own_host(host: &str, interface: IpAddr) -> bool {
    match host_name(host) {
        // On all interfaces, any of their addresses; a number cannot be made to lead elsewhere.
        Some(HostName::Number(number)) => {
            number.is_loopback() || number == interface || interface.is_unspecified()
        }
        Some(HostName::Name(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

/// A host without its port.
enum HostName {
    Number(IpAddr),
    /// In lower case.
    Name(String),
}

/// The host of `name`, `name:port`, `[number]` or `[number]:port` (RFC 9110, 7.2); none where more, or something else, stands
/// there.
fn host_name(host: &str) -> Option<HostName> {
    let (name, port) = if let Some(rest) = host.strip_prefix('[') {
        let (number, port) = rest.split_once(']')?;
        (HostName::Number(IpAddr::V6(number.parse().ok()?)), port)
    } else {
        let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        if !name.chars().all(is_plain) {
            return None;
        }
        let number = name.parse().map(|number| HostName::Number(IpAddr::V4(number)));
        (number.unwrap_or_else(|_| HostName::Name(name.to_ascii_lowercase())), port)
    };
    let is_port =
        |port: &str| port.strip_prefix(':').is_some_and(|port| port.chars().all(|c| c.is_ascii_digit()));
    (port.is_empty() || is_port(port)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_and_does_not_climb() {
        assert_eq!(path("/en/%E4%BC%9A/a.pdf").as_deref(), Some("/en/会/a.pdf"));
        assert_eq!(path("/").as_deref(), Some("/"));
        for wrong in
            ["/..%2fa", "/../a", "/%2e%2e/a", "/a/%2E", "/a%00", "/a\\b", "/a%5cb", "/%ff", "/a%0ab", "*"]
        {
            assert_eq!(path(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_names_that_nobody_else_can_have_are_ours() {
        let loopback = IpAddr::from([127, 0, 0, 1]);
        for own in [
            "localhost",
            "LocalHost:80",
            "a.localhost:1",
            "127.0.0.1:80",
            "[::1]:80",
            "[::1]",
            "localhost:",
            "127.9.9.9",
        ] {
            assert!(is_own_host(own, loopback), "{own}");
        }
        for other in [
            "evil.example",
            "localhost.evil.example:80",
            "10.0.0.1",
            "127.0.0.1.evil.example",
            "",
            "[::1].evil.example",
            "[::1]evil.example:80",
            "[::1",
            "[127.0.0.1]",
            "[localhost]",
            "[fe80::1]",
            "127.0.0.1:80.evil.example",
            "localhost:evil.example",
            "evil.example@localhost",
            "evil.example/.localhost",
            "::1",
        ] {
            assert!(!is_own_host(other, loopback), "{other}");
            assert!(
                !is_own_host(other, IpAddr::from([0, 0, 0, 0]))
                    || other == "10.0.0.1"
                    || other == "[fe80::1]",
                "{other}"
            );
        }
        assert!(is_own_host("10.0.0.1:80", IpAddr::from([10, 0, 0, 1])));
        assert!(is_own_host("10.0.0.1:80", IpAddr::from([0, 0, 0, 0])));
        assert!(!is_own_host("evil.example", IpAddr::from([0, 0, 0, 0])));
    }
}
