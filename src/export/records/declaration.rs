//! The declaration of a record: from one list of fields come its form in archive.json, that form's schema and the columns
//! of its table.

/// Declares a record. A field is a name, a type and a sentence that says what it holds, for the schema and the tables alike:
///
/// - `name: T` is always there;
/// - `name?: T` is left out of archive.json where there is no value;
/// - `name*: T` is a list that is left out where it is empty;
/// - `… as "other"` has another name in the table, and `… as _` no column: it is in archive.json alone;
/// - `column name: T` is in the table alone.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        struct $record:ident $(<$life:lifetime>)? { $($fields:tt)+ }
    ) => {
        record! { @next [$(#[doc = $about])+ struct $record $(<$life>)?] [] [] $($fields)+ }
    };
    (@next $record:tt [$($field:tt)*] [$($columns:tt)*]
        $(#[doc = $doc:literal])+ column $name:ident: $type:ty, $($rest:tt)*
    ) => {
        record! { @next $record [$($field)*
            $(#[doc = $doc])+ #[serde(skip)] pub(in crate::export) $name: $type,
        ] [$($columns)* { stringify!($name), [$($doc)+], $name: $type }] $($rest)* }
    };
    (@next $record:tt [$($field:tt)*] $columns:tt
        $(#[doc = $doc:literal])+ $name:ident?: $type:ty $(as $column:tt)?, $($rest:tt)*
    ) => {
        record! { @column $record [$($field)*
            $(#[doc = $doc])+ #[serde(skip_serializing_if = "Option::is_none")]
            pub(in crate::export) $name: Option<$type>,
        ] $columns { [$($column)?] [$($doc)+] $name: Option<$type> } $($rest)* }
    };
    (@next $record:tt [$($field:tt)*] $columns:tt
        $(#[doc = $doc:literal])+ $name:ident*: $type:ty $(as $column:tt)?, $($rest:tt)*
    ) => {
        record! { @column $record [$($field)*
            $(#[doc = $doc])+ #[serde(skip_serializing_if = "Vec::is_empty")]
            pub(in crate::export) $name: Vec<$type>,
        ] $columns { [$($column)?] [$($doc)+] $name: Vec<$type> } $($rest)* }
    };
    (@next $record:tt [$($field:tt)*] $columns:tt
        $(#[doc = $doc:literal])+ $name:ident: $type:ty $(as $column:tt)?, $($rest:tt)*
    ) => {
        record! { @column $record [$($field)*
            $(#[doc = $doc])+ pub(in crate::export) $name: $type,
        ] $columns { [$($column)?] [$($doc)+] $name: $type } $($rest)* }
    };
    (@column $record:tt $field:tt $columns:tt { [_] [$($doc:literal)+] $name:ident: $type:ty } $($rest:tt)*) => {
        record! { @next $record $field $columns $($rest)* }
    };
    (@column $record:tt $field:tt [$($columns:tt)*]
        { [] [$($doc:literal)+] $name:ident: $type:ty } $($rest:tt)*
    ) => {
        record! { @next $record $field
            [$($columns)* { stringify!($name), [$($doc)+], $name: $type }] $($rest)* }
    };
    (@column $record:tt $field:tt [$($columns:tt)*]
        { [$column:literal] [$($doc:literal)+] $name:ident: $type:ty } $($rest:tt)*
    ) => {
        record! { @next $record $field [$($columns)* { $column, [$($doc)+], $name: $type }] $($rest)* }
    };
    (@next [$(#[doc = $about:literal])+ struct $record:ident $(<$life:lifetime>)?] [$($field:tt)*]
        [$({ $column:expr, [$($doc:literal)+], $name:ident: $type:ty })*]
    ) => {
        $(#[doc = $about])+
        #[derive(serde::Serialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub(in crate::export) struct $record $(<$life>)? { $($field)* }

        impl $(<$life>)? $crate::export::records::Columns for $record $(<$life>)? {
            fn columns(of: &$crate::export::records::Column) -> Vec<$crate::export::records::Column> {
                let mut columns = Vec::new();
                $(columns.extend(<$type as $crate::export::records::Columns>::columns(
                    &of.within($column, concat!($($doc),+)),
                ));)*
                columns
            }

            fn cells<'v>(value: Option<&'v Self>, row: &mut $crate::export::records::Cells<'v>) {
                $(<$type as $crate::export::records::Columns>::cells(value.map(|it| &it.$name), row);)*
            }
        }
    };
}
pub(super) use record;
