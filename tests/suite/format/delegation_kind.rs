//! What is left out of a delegation is not said.

use crate::support::Archive;

#[test]
fn nothing_is_said_of_what_a_delegation_is_where_its_kind_is_left_out() {
    let archive = Archive::new().promise("m", "2010-11-01", "").file(
        "content/delegations.yaml",
        "us: {name: {en: Union of States, ja: 州連合}}\njp: {name: {en: Japan, ja: 日本}, kind: government}\n",
    );
    let built = archive.build_with(&["--base-url", "https://x.example/"]).ok();
    assert!(!built.page("en/delegations/us/").contains("Kind of delegation"));
    assert!(!built.page("en/delegations/us/").contains("GovernmentOrganization"));
    assert!(built.page("en/delegations/jp/").contains("Kind of delegation"));
    assert_eq!(built.page("en/delegations/").matches("Government").count(), 1);
    let data: serde_json::Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let kinds: Vec<_> = data["delegations"].as_array().unwrap().iter().map(|it| it.get("kind")).collect();
    assert_eq!(kinds, [None, Some(&"government".into())]);
    let table = built.page("data/delegations.csv");
    assert!(table.lines().any(|line| line.starts_with("us,Union of States,州連合,,")), "{table}");
}
