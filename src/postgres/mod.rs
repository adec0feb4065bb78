//! The only place that connects: one `<kind>.rs` beside `queries/<kind>.sql`; scratch and embedded servers.
