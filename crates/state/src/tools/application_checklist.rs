//! What an application to a program is made of.
//!
//! Which documents go through which service is in the guide's article on documents, with its
//! sources; letters alone are assigned program by program in ResidencyCAS.

use engine::fees::Service;

engine::vocabulary! {
    /// A part of an application.
    Document {
        /// The application form of the service.
        Form = "form", "Application form, complete";
        /// The medical school's evaluation.
        Mspe = "mspe", "MSPE";
        /// The medical school's transcript.
        Transcript = "transcript", "Medical school transcript";
        /// The exam transcript.
        Scores = "scores", "USMLE or COMLEX transcript, released";
        /// The status report of ECFMG.
        StatusReport = "status-report", "ECFMG Status Report";
        /// A photograph.
        Photo = "photo", "Photo";
        /// The personal statement for the specialty.
        Statement = "statement", "Personal statement for the specialty";
        /// Letters.
        Letters = "letters", "Letters assigned";
        /// A signal.
        Signal = "signal", "Signal placed";
        /// Open questions asked.
        Asked = "asked", "Open questions asked";
        /// Sent.
        Sent = "sent", "Sent and paid";
    }
}

/// What is prepared once for a service.
#[must_use]
pub fn once(is_img: bool) -> Vec<Document> {
    let all = [
        Document::Form,
        Document::Mspe,
        Document::Transcript,
        Document::Scores,
        Document::StatusReport,
        Document::Photo,
    ];
    all.into_iter()
        .filter(|document| is_img || *document != Document::StatusReport)
        .collect()
}

/// What is done for each program.
#[must_use]
pub fn each(service: Option<Service>, has_signal: bool, has_questions: bool) -> Vec<Document> {
    let all = [
        Document::Statement,
        Document::Letters,
        Document::Signal,
        Document::Asked,
        Document::Sent,
    ];
    let wanted = |document: &Document| match document {
        // There the statement is part of the one application.
        Document::Statement => service != Some(Service::ResidencyCas),
        Document::Signal => has_signal,
        Document::Asked => has_questions,
        _ => true,
    };
    all.into_iter().filter(wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_international_graduates_have_a_status_report() {
        assert_eq!(once(true).len(), 6);
        assert!(!once(false).contains(&Document::StatusReport));
    }

    #[test]
    fn a_program_asks_for_what_its_service_and_the_list_say() {
        let eras = each(Some(Service::Eras), true, false);
        let wanted = [
            Document::Statement,
            Document::Letters,
            Document::Signal,
            Document::Sent,
        ];
        assert_eq!(eras, wanted);
        assert!(!each(Some(Service::ResidencyCas), false, true).contains(&Document::Statement));
    }
}
