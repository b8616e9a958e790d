//! Builds anew when a file of the default theme comes, goes or changes: it is inside the program.

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
}
