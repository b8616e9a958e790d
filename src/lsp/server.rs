//! The course of a conversation: from the first message to the last, and what is done while none waits.

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, InitializeParams,
    InitializeResult, LogMessageParams, MessageType, Registration, RegistrationParams, ServerInfo,
    notification::{self as note, Notification as _},
    request::{self as ask, Request as _},
};
use serde::Serialize;
use serde_json::Value;
use std::{
    collections::{BTreeSet, VecDeque},
    fmt,
    io::{self, BufReader, Read, Write},
    rc::Rc,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use super::{
    abilities,
    answers::{Refusal, params, value},
    dispatch, frames, reports,
    session::{LspSetup, Session},
};
use crate::source::Changes;

/// After this long without a message it is asked whether another day has come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Names the request that asks the client to tell what changes on the disk.
const WATCH: &str = "taiwa-watch";

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LspEnd {
    /// As the protocol has it, or because the client is gone.
    Ended,
    /// The client said that the server is to exit, without having said before that it shuts down.
    ExitWithoutShutdown,
}

/// Why a conversation broke off.
#[derive(Debug)]
pub struct LspError(io::Error);

impl fmt::Display for LspError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "what the client sends cannot be read: {}",
            crate::diagnostic::shown_message(&self.0.to_string())
        )
    }
}

/// Answers a client until it ends.
///
/// # Errors
///
/// When the client sends what is no message: nothing that comes after that can be read.
pub fn run(
    setup: LspSetup,
    input: impl Read + Send + 'static,
    output: impl Write,
) -> Result<LspEnd, LspError> {
    let (sender, events) = mpsc::channel();
    let from_client = sender.clone();
    thread::spawn(move || listen(input, &from_client));
    let mut server = LspServer { setup: Rc::new(setup), output, sender, phase: Phase::Beginning, end: None };
    let mut waiting = VecDeque::new();
    while server.end.is_none() {
        waiting.extend(events.try_iter());
        match waiting.pop_front() {
            Some(event) => server.handle(event, &waiting),
            // All that came is taken in: now it is time to check.
            None => server.rest(&events, &mut waiting),
        }
    }
    server.end.unwrap_or(Ok(LspEnd::Ended))
}

/// What happens.
enum LspEvent {
    Message(Message),
    /// Files are others on the disk.
    Changed(Changes),
    /// The input is at its end, or broken.
    End(io::Result<()>),
}

/// Reads messages as long as there are any.
fn listen(input: impl Read, events: &Sender<LspEvent>) {
    let mut input = BufReader::new(input);
    let end = loop {
        match frames::read(&mut input) {
            Ok(Some(message)) => {
                // Nothing is read any more when nobody wants it.
                if events.send(LspEvent::Message(message)).is_err() {
                    return;
                }
            }
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    // Nobody wants to know of an end after the end.
    drop(events.send(LspEvent::End(end)));
}

/// How far a conversation has come.
enum Phase {
    Beginning,
    Open(Box<Session>),
    ShutDown,
}

struct LspServer<W> {
    setup: Rc<LspSetup>,
    output: W,
    sender: Sender<LspEvent>,
    phase: Phase,
    end: Option<Result<LspEnd, LspError>>,
}

impl<W: Write> LspServer<W> {
    fn handle(&mut self, event: LspEvent, waiting: &VecDeque<LspEvent>) {
        match event {
            LspEvent::Message(Message::Request(request)) if is_cancelled(&request.id, waiting) => {
                let refusal = Refusal::new(ErrorCode::RequestCanceled, "the request was cancelled");
                self.respond(request.id, Err(refusal));
            }
            LspEvent::Message(Message::Request(Request { id, method, params })) => {
                let answer = self.answer(&method, params);
                self.respond(id, answer);
                // It may have been checked for the answer.
                self.publish();
            }
            LspEvent::Message(Message::Notification(Notification { method, params })) => {
                self.notice(&method, params);
            }
            LspEvent::Message(Message::Response(response)) => self.registered(&response),
            LspEvent::Changed(changes) => {
                if let Phase::Open(session) = &mut self.phase {
                    session.changed(changes);
                }
            }
            LspEvent::End(Ok(())) => self.end = Some(Ok(LspEnd::Ended)),
            LspEvent::End(Err(error)) => self.end = Some(Err(LspError(error))),
        }
    }

    /// Tells what is wrong now, and waits for what comes next.
    fn rest(&mut self, events: &Receiver<LspEvent>, waiting: &mut VecDeque<LspEvent>) {
        self.check();
        match events.recv_timeout(PATIENCE) {
            Ok(event) => waiting.push_back(event),
            Err(RecvTimeoutError::Timeout) => {
                if let Phase::Open(session) = &mut self.phase
                    && session.is_another_day()
                {
                    session.changed(Changes::Paths(BTreeSet::new()));
                }
            }
            Err(RecvTimeoutError::Disconnected) => self.end = Some(Ok(LspEnd::Ended)),
        }
    }

    /// Checks the archive if anything changed, and tells what is wrong.
    fn check(&mut self) {
        if let Phase::Open(session) = &mut self.phase
            && session.is_begun
        {
            session.archive();
        }
        self.publish();
        if let Phase::Open(session) = &mut self.phase {
            session.tidy();
        }
    }

    /// Tells what is wrong, if it was not told.
    fn publish(&mut self) {
        let Phase::Open(session) = &mut self.phase else { return };
        if session.is_published || !session.is_begun || !session.is_checked() {
            return;
        }
        session.is_published = true;
        for news in reports::news(session) {
            self.notify(note::PublishDiagnostics::METHOD, news);
        }
    }

    fn answer(&mut self, method: &str, given: Value) -> Result<Value, Refusal> {
        match &mut self.phase {
            Phase::Beginning if method == ask::Initialize::METHOD => {
                let given: InitializeParams = params(given)?;
                let session = Session::new(self.setup.clone(), &given);
                let capabilities = abilities::offered(session.abilities.unit.kind());
                self.phase = Phase::Open(Box::new(session));
                let version = Some(env!("CARGO_PKG_VERSION").to_owned());
                let server_info = Some(ServerInfo { name: "taiwa".to_owned(), version });
                value(InitializeResult { capabilities, server_info })
            }
            Phase::Beginning => {
                Err(Refusal::new(ErrorCode::ServerNotInitialized, "the first request is `initialize`"))
            }
            Phase::Open(_) if method == ask::Initialize::METHOD => {
                Err(Refusal::new(ErrorCode::InvalidRequest, "the server is initialized already"))
            }
            Phase::Open(_) if method == ask::Shutdown::METHOD => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            Phase::Open(session) => dispatch::answer(session, method, given),
            Phase::ShutDown => Err(Refusal::new(ErrorCode::InvalidRequest, "the server is shut down")),
        }
    }

    fn notice(&mut self, method: &str, given: Value) {
        if method == note::Exit::METHOD {
            let is_shut_down = matches!(self.phase, Phase::ShutDown);
            self.end = Some(Ok(if is_shut_down { LspEnd::Ended } else { LspEnd::ExitWithoutShutdown }));
            return;
        }
        let Phase::Open(session) = &mut self.phase else { return };
        if method == note::Initialized::METHOD {
            session.is_begun = true;
            let can_watch = session.abilities.can_watch;
            if can_watch { self.ask_to_watch() } else { self.watch() }
        } else if let Err(refusal) = dispatch::notice(session, method, given) {
            let message = format!("{method}: {refusal}");
            self.notify(note::LogMessage::METHOD, LogMessageParams { typ: MessageType::WARNING, message });
        }
    }

    /// Asks the client to tell what changes on the disk.
    fn ask_to_watch(&mut self) {
        let watchers = ["**/content/**", "**/themes/**"]
            .map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None });
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.into() };
        let registration = Registration {
            id: WATCH.to_owned(),
            method: note::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        if let Ok(params) = serde_json::to_value(params) {
            let method = ask::RegisterCapability::METHOD.to_owned();
            self.send(&Message::Request(Request { id: RequestId::from(WATCH.to_owned()), method, params }));
        }
    }

    /// What the client says to that.
    fn registered(&mut self, response: &Response) {
        if response.id == RequestId::from(WATCH.to_owned()) && response.response_result.is_err() {
            self.watch();
        }
    }

    /// Watches for a client that does not.
    fn watch(&mut self) {
        let Phase::Open(session) = &mut self.phase else { return };
        match &self.setup.watch {
            Some(start) => {
                let sender = self.sender.clone();
                start(session.root.clone(), Box::new(move |it| sender.send(LspEvent::Changed(it)).is_ok()));
            }
            None => session.is_watched = false,
        }
    }

    fn respond(&mut self, id: RequestId, answer: Result<Value, Refusal>) {
        let response_result = answer.map_err(Into::into);
        self.send(&Message::Response(Response { id, response_result }));
    }

    fn notify(&mut self, method: &str, params: impl Serialize) {
        if let Ok(params) = serde_json::to_value(params) {
            self.send(&Message::Notification(Notification { method: method.to_owned(), params }));
        }
    }

    /// Sends a message. A client that takes none is gone.
    fn send(&mut self, message: &Message) {
        if message.write(&mut self.output).is_err() {
            self.end.get_or_insert(Ok(LspEnd::Ended));
        }
    }
}

/// Whether a request is taken back by one of the messages that wait.
fn is_cancelled(id: &RequestId, waiting: &VecDeque<LspEvent>) -> bool {
    waiting.iter().any(|event| match event {
        LspEvent::Message(Message::Notification(it)) if it.method == note::Cancel::METHOD => {
            serde_json::from_value::<RequestId>(it.params["id"].clone()).is_ok_and(|it| it == *id)
        }
        _ => false,
    })
}
