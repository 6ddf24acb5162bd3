//! Tests of reading and checking roadmap files.
