//! The meaning of a model over rows in memory. Never imports ownership, lower, catalog or back ends.
