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
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.to_ascii_lowercase();
    match name.parse::<IpAddr>() {
        // On all interfaces, any of their addresses; a number cannot be made to lead elsewhere.
        Ok(number) => number.is_loopback() || number == interface || interface.is_unspecified(),
        Err(_) => name == "localhost" || name.ends_with(".localhost"),
    }
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
        for own in ["localhost", "LocalHost:80", "a.localhost:1", "127.0.0.1:80", "[::1]:80", "127.9.9.9"] {
            assert!(is_own_host(own, loopback), "{own}");
        }
        for other in ["evil.example", "localhost.evil.example:80", "10.0.0.1", "127.0.0.1.evil.example", ""] {
            assert!(!is_own_host(other, loopback), "{other}");
        }
        assert!(is_own_host("10.0.0.1:80", IpAddr::from([10, 0, 0, 1])));
        assert!(is_own_host("10.0.0.1:80", IpAddr::from([0, 0, 0, 0])));
        assert!(!is_own_host("evil.example", IpAddr::from([0, 0, 0, 0])));
    }
}
