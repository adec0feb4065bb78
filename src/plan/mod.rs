//! Changes to phases, locks and hazards.
