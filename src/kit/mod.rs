//! Controls without domain words: they know labels, hints, errors and numbers, never programs.
//!
//! Every control sets its label above, its hint below the label, its error above the box, and
//! binds all three. The id of a control is the id of what takes the focus.

mod chance;
mod checkboxes;
mod combobox;
mod confirm_button;
mod debounce;
mod dialog;
mod disclosure;
mod door;
mod field;
mod file_button;
mod focus_area;
mod heading;
mod menu;
mod notice;
mod printing;
mod progress;
mod radios;
mod range_bar;
mod return_to;
mod roving_focus;
mod select;
mod slider;
mod suggest;
mod text;
mod tick;
mod virtual_list;

pub use chance::{dots, in_words, percent};
pub use checkboxes::{CheckOption, Checkboxes};
pub use combobox::{Combobox, ComboboxProps};
pub use confirm_button::{ConfirmButton, ConfirmButtonProps};
pub use debounce::use_debounced;
pub use dialog::{Dialog, DialogProps};
pub use disclosure::{Disclosure, DisclosureProps};
pub use door::{Door, DoorProps};
pub use field::{Described, Group, Legend};
pub use file_button::{FileButton, PickedFile};
pub use focus_area::{FocusArea, FocusAreaProps};
pub use heading::page_title;
pub use menu::{Menu, MenuProps};
pub use notice::{ErrorSummary, ErrorSummaryProps, Mistake, Notice, NoticeKind};
pub use printing::use_printing;
pub use progress::progress;
pub use radios::{Layout, RadioOption, Radios};
pub use range_bar::range_bar;
pub use return_to::{Row as ReturnRow, use_return_to, use_return_to_control};
pub use roving_focus::{move_focus, pressed_on};
pub use select::{CellSelect, Select};
pub use slider::Slider;
pub use suggest::{Suggestion, best};
pub use text::{TextBox, TextInput, Width};
pub use tick::Tick;
pub use virtual_list::{VirtualList, VirtualListProps};

/// Moves the focus to the control with an id; nothing happens if there is none.
pub(super) fn focus_on(id: &str) {
    use wasm_bindgen::JsCast;
    let element = gloo::utils::document()
        .get_element_by_id(id)
        .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // A browser that refuses the focus leaves it where it was.
        let _ = element.focus();
    }
}
