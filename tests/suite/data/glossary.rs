//! data/glossary.tbx: the glossary, for translators' tools.

use crate::support::Archive;

#[test]
fn every_term_is_a_concept_with_its_forms_and_notes_in_both_languages() {
    let archive = Archive::new().file(
        "content/glossary.yaml",
        "- {en: A & B, ja: '{水位|すいい}', avoid: {ja: [水の位, 水高]}, note: {ja: 注 < 記}}\n- {en: cloud, ja: クラウド}\n",
    );
    let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">
 <tbxHeader>
  <fileDesc>
   <titleStmt>
    <title>Test archive</title>
   </titleStmt>
   <sourceDesc>
    <p>The glossary of this archive.</p>
   </sourceDesc>
  </fileDesc>
 </tbxHeader>
 <text>
  <body>
   <conceptEntry id=\"term-1\">
    <langSec xml:lang=\"en\">
     <termSec>
      <term>A &amp; B</term>
      <termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>
     </termSec>
    </langSec>
    <langSec xml:lang=\"ja\">
     <note>注 &lt; 記</note>
     <termSec>
      <term>水位</term>
      <termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>
     </termSec>
     <termSec>
      <term>水の位</term>
      <termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>
     </termSec>
     <termSec>
      <term>水高</term>
      <termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>
     </termSec>
    </langSec>
   </conceptEntry>
   <conceptEntry id=\"term-2\">
    <langSec xml:lang=\"en\">
     <termSec>
      <term>cloud</term>
      <termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>
     </termSec>
    </langSec>
    <langSec xml:lang=\"ja\">
     <termSec>
      <term>クラウド</term>
      <termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>
     </termSec>
    </langSec>
   </conceptEntry>
  </body>
 </text>
</tbx>
";
    assert_eq!(archive.build().published().page("data/glossary.tbx"), expected);
    // The ids are those of the page.
    assert!(archive.build().published().page("en/glossary/").contains("<li id=\"term-2\">"));
}

#[test]
fn without_terms_its_address_lasts() {
    let glossary = Archive::new().build().published().page("data/glossary.tbx");
    assert!(glossary.contains("</tbxHeader>") && !glossary.contains("conceptEntry"), "{glossary}");
}
