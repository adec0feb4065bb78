//! `verify`: fixtures, probes on a real server, mutants. Judges what `lower` made by what `oracle` says.
