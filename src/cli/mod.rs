//! The commands: one file each. Arguments in, exit code out.
