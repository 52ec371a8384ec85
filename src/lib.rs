//! Smart Pick ranks US residency programs for one applicant, in the browser.
