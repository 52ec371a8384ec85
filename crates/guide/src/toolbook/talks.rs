//! What is said: interview questions, prompts, conversations, questions that people ask.

use std::path::Path;

use serde::Deserialize;

use super::File;
use crate::error::GuideError;
use crate::shelf::Shelf;
use state::content::tools::{Faq, Prompt, Question, Scene, SceneChoice};
use state::notebook::EntryKind;
use state::tools::practice::{Flag, QuestionKind};

/// Fewest interview questions.
const QUESTIONS: usize = 80;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestion {
    id: String,
    kind: String,
    text: String,
    hint: String,
    #[serde(default)]
    flag: String,
}

pub(super) fn questions(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Question>, GuideError> {
    let file = File {
        name: "tools/questions.toml",
        list: "question",
        shelf,
    };
    let written: Vec<WrittenQuestion> = file.read(folder)?;
    if written.len() < QUESTIONS {
        return Err(file.wrong("questions", "fewer than eighty"));
    }
    let kinds: Vec<&str> = QuestionKind::ALL.iter().map(|kind| kind.code()).collect();
    let flags: Vec<&str> = Flag::ALL.iter().map(|flag| flag.code()).collect();
    let mut read: Vec<Question> = Vec::new();
    for question in written {
        let id = question.id;
        file.one_of(&id, &question.kind, &kinds)?;
        if !question.flag.is_empty() {
            file.one_of(&id, &question.flag, &flags)?;
        }
        if read.iter().any(|other| other.id == id) {
            return Err(file.wrong(&id, "stands twice"));
        }
        read.push(Question {
            hint: file.plain(&id, &question.hint)?,
            id,
            kind: question.kind,
            text: question.text,
            flag: question.flag,
        });
    }
    Ok(read)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPrompt {
    kind: String,
    text: String,
}

pub(super) fn prompts(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Prompt>, GuideError> {
    let file = File {
        name: "tools/prompts.toml",
        list: "prompt",
        shelf,
    };
    file.each(folder, |prompt: WrittenPrompt| {
        if EntryKind::from_code(&prompt.kind).is_none() {
            return Err(file.wrong(&prompt.kind, "no such kind of entry"));
        }
        Ok(Prompt {
            text: file.plain(&prompt.kind, &prompt.text)?,
            kind: prompt.kind,
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenScene {
    id: String,
    title: String,
    setting: String,
    md: String,
    choices: Vec<SceneChoice>,
}

pub(super) fn scenes(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Scene>, GuideError> {
    let file = File {
        name: "tools/scenes.toml",
        list: "scene",
        shelf,
    };
    file.each(folder, |scene: WrittenScene| {
        let good = scene
            .choices
            .iter()
            .filter(|choice| choice.verdict == "good")
            .count();
        if good != 1 {
            return Err(file.wrong(&scene.id, "not one good answer"));
        }
        for choice in &scene.choices {
            file.one_of(&scene.id, &choice.verdict, &["good", "mixed", "poor"])?;
            file.plain(&scene.id, &choice.text)?;
            file.plain(&scene.id, &choice.feedback)?;
        }
        let setting = file.plain(&scene.id, &scene.setting)?;
        Ok(Scene {
            html: file.html(&scene.id, &scene.md)?,
            id: scene.id,
            title: scene.title,
            setting,
            choices: scene.choices,
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFaq {
    id: String,
    question: String,
    md: String,
}

pub(super) fn faq(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Faq>, GuideError> {
    let file = File {
        name: "tools/faq.toml",
        list: "faq",
        shelf,
    };
    file.each(folder, |faq: WrittenFaq| {
        Ok(Faq {
            html: file.html(&faq.id, &faq.md)?,
            id: faq.id,
            question: faq.question,
        })
    })
}
