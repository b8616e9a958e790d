//! Addresses that open a file in an editor at a line: those of known editors, and of a template.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{net::IpAddr, path::Path};

/// Links from what a page shows to its line in an editor.
#[derive(Clone, Copy, Debug)]
pub struct EditorLinks<'a> {
    /// The form of an address, as [`editor_form`] gives it.
    pub form: &'a str,
    /// The root of the archive, absolute.
    pub root: &'a Path,
}

/// Whether only this machine reaches an interface.
#[must_use]
pub fn is_loopback(interface: IpAddr) -> bool {
    interface.to_canonical().is_loopback()
}

/// The form of the addresses that pages have on an interface: none where others reach it, as paths of this machine are
/// nothing for them.
pub(super) fn form_for(interface: IpAddr, links: EditorLinks<'_>) -> Option<String> {
    if is_loopback(interface) { form_below(links.form, links.root) } else { None }
}

/// An editor: its names, the first of which is shown, and the address that it has the system open.
type Editor = (&'static [&'static str], &'static str);

/// The editors. Those of one family have one form: Visual Studio Code (code.visualstudio.com, "Opening VS Code with URLs"),
/// `JetBrains`, and `TextMate` (macromates.com, on its scheme `txmt:`).
const EDITORS: [Editor; 13] = [
    (&["vscode", "code"], "vscode://file/{path}:{line}:{column}"),
    (&["vscode-insiders", "code-insiders"], "vscode-insiders://file/{path}:{line}:{column}"),
    (&["vscodium", "codium"], "vscodium://file/{path}:{line}:{column}"),
    (&["cursor"], "cursor://file/{path}:{line}:{column}"),
    (&["windsurf"], "windsurf://file/{path}:{line}:{column}"),
    (&["zed", "zeditor"], "zed://file/{path}:{line}:{column}"),
    (&["idea"], "idea://open?file={path}&line={line}&column={column}"),
    (&["pycharm"], "pycharm://open?file={path}&line={line}&column={column}"),
    (&["webstorm"], "webstorm://open?file={path}&line={line}&column={column}"),
    (&["phpstorm"], "phpstorm://open?file={path}&line={line}&column={column}"),
    (&["subl", "sublime"], "subl://open?url=file:///{path}&line={line}&column={column}"),
    (&["txmt", "mate"], "txmt://open?url=file:///{path}&line={line}&column={column}"),
    (&["mvim"], "mvim://open?url=file:///{path}&line={line}&column={column}"),
];

/// Schemes that run or show what follows them, and open nothing.
const NO_EDITORS: [&str; 7] = ["javascript", "data", "vbscript", "blob", "about", "http", "https"];

/// What stands as it is in a path of an address, wherever in it the path stands.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The names of the editors that are known.
pub fn editor_names() -> impl Iterator<Item = &'static str> {
    EDITORS.iter().filter_map(|(names, _)| names.first().copied())
}

/// The address form of an editor by its name, or one that is given as such; none of what is neither.
#[must_use]
pub fn editor_form(name: &str) -> Option<&str> {
    let known = EDITORS.iter().find(|(names, _)| names.contains(&name));
    let is_form = || {
        let (scheme, _) = name.split_once(':')?;
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !NO_EDITORS.iter().any(|known| scheme.eq_ignore_ascii_case(known));
        (is_scheme && name.contains("{path}") && !name.contains(char::is_whitespace)).then_some(name)
    };
    known.map(|(_, form)| *form).or_else(is_form)
}

/// The address form of the editor that a command line starts, such as `code --wait`.
#[must_use]
pub fn form_of_command(command: &str) -> Option<&'static str> {
    let command = command.trim();
    let program = match command.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => command.split_whitespace().next()?,
    };
    let file = program.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    let name = [".exe", ".cmd", ".bat"].iter().find_map(|ending| file.strip_suffix(ending)).unwrap_or(&file);
    EDITORS.iter().find(|(names, _)| names.contains(&name)).map(|(_, form)| *form)
}

/// A form in which the path begins with a folder: what is left of it is the path from there. None where the folder has no
/// name in an address.
#[must_use]
fn form_below(form: &str, root: &Path) -> Option<String> {
    let root = address_path(root.to_str()?);
    let mut below = String::with_capacity(form.len() + root.len());
    let mut parts = form.split("{path}").peekable();
    while let Some(part) = parts.next() {
        below.push_str(part);
        if parts.peek().is_some() {
            // Where a slash stands before the path, the path brings none of its own.
            let root = if part.ends_with('/') { root.trim_start_matches('/') } else { &root };
            below.push_str(root);
            if !below.ends_with('/') {
                below.push('/');
            }
            below.push_str("{path}");
        }
    }
    Some(below)
}

/// An absolute path as an address has it: `/srv/archive`, or `C:/archive`.
fn address_path(path: &str) -> String {
    let bytes = path.as_bytes();
    let has_drive = bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1) == Some(&b':');
    let (drive, path) = path.split_at(if has_drive { 2 } else { 0 });
    let is_windows = has_drive || path.starts_with("\\\\");
    let path = if is_windows { path.replace('\\', "/") } else { path.to_owned() };
    format!("{drive}{}", utf8_percent_encode(path.trim_end_matches('/'), IN_PATH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv6Addr;

    fn below(name: &str, root: &str) -> String {
        editor_form(name).and_then(|form| form_below(form, Path::new(root))).unwrap_or_default()
    }

    #[test]
    fn an_address_has_the_path_of_the_system() {
        for (name, root, expected) in [
            ("vscode", "/srv/archive", "vscode://file/srv/archive/{path}:{line}:{column}"),
            ("vscode", "C:\\My archive", "vscode://file/C:/My%20archive/{path}:{line}:{column}"),
            (
                "zed",
                "/home/田中/対話/",
                "zed://file/home/%E7%94%B0%E4%B8%AD/%E5%AF%BE%E8%A9%B1/{path}:{line}:{column}",
            ),
            ("idea", "/a&b=c", "idea://open?file=/a%26b%3Dc/{path}&line={line}&column={column}"),
            ("idea", "D:\\a", "idea://open?file=D:/a/{path}&line={line}&column={column}"),
            ("subl", "/srv/a", "subl://open?url=file:///srv/a/{path}&line={line}&column={column}"),
            ("subl", "D:\\a", "subl://open?url=file:///D:/a/{path}&line={line}&column={column}"),
            ("my-editor:{path}?at={line}", "/srv/a:1", "my-editor:/srv/a%3A1/{path}?at={line}"),
            ("my-editor:{path}", "/", "my-editor:/{path}"),
            ("vscode", "/srv/back\\slash", "vscode://file/srv/back%5Cslash/{path}:{line}:{column}"),
        ] {
            assert_eq!(below(name, root), expected, "{name} {root}");
        }
    }

    #[test]
    fn pages_for_other_machines_have_no_paths() {
        let links = EditorLinks { form: "x:{path}", root: Path::new("/srv/a") };
        let own = [[127, 0, 0, 1], [127, 1, 2, 3]].map(IpAddr::from);
        for own in own.into_iter().chain([Ipv6Addr::LOCALHOST.into()]) {
            assert_eq!(form_for(own, links).as_deref(), Some("x:/srv/a/{path}"), "{own}");
        }
        let others = [[0, 0, 0, 0], [192, 168, 1, 4]].map(IpAddr::from);
        for other in others.into_iter().chain([Ipv6Addr::UNSPECIFIED.into()]) {
            assert_eq!(form_for(other, links), None, "{other}");
        }
    }

    #[test]
    fn a_template_opens_something_and_has_a_path() {
        for wrong in [
            "vim",
            "",
            "vscode://file/",
            "{path}",
            "javascript:{path}",
            "DATA:text/html,{path}",
            "http://a/{path}",
            "a b:{path}",
            "1a:{path}",
            "x:{path} y",
        ] {
            assert_eq!(editor_form(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_command_is_known_by_its_program() {
        for (command, expected) in [
            ("code --wait", Some("vscode")),
            ("/usr/local/bin/zed -w", Some("zed")),
            ("\"C:\\Program Files\\VS Code\\Code.exe\" --wait", Some("vscode")),
            ("C:\\tools\\subl.exe -w", Some("subl")),
            ("nvim", None),
            ("", None),
        ] {
            assert_eq!(form_of_command(command), expected.and_then(editor_form), "{command}");
        }
    }
}
