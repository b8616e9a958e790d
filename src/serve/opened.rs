//! Static files as tower-http serves them, with parts and dates, but opened as the build opens them.

use std::{
    fs::Metadata,
    future::{Ready, ready},
    io::{self, SeekFrom},
    path::PathBuf,
    pin::Pin,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, DefaultServeDirFallback, File, ServeDir};

use crate::folder::InputFile;

/// What answers a request with this file, whatever path it asks for.
pub(super) fn service(file: InputFile) -> ServeDir<DefaultServeDirFallback, OneFile> {
    ServeDir::with_backend("", OneFile(file)).append_index_html_on_directories(false)
}

/// Opens one file.
#[derive(Clone)]
pub(super) struct OneFile(InputFile);

impl Backend for OneFile {
    type File = Opened;
    type Metadata = Metadata;
    type OpenFuture = Ready<io::Result<Opened>>;
    type MetadataFuture = Ready<io::Result<Metadata>>;

    fn open(&self, _: PathBuf) -> Self::OpenFuture {
        ready(self.0.open().map(|file| Opened(tokio::fs::File::from_std(file))))
    }

    fn metadata(&self, _: PathBuf) -> Self::MetadataFuture {
        ready(self.0.open().and_then(|file| file.metadata()))
    }
}

/// A file that was opened.
pub(super) struct Opened(tokio::fs::File);

impl File for Opened {
    type Metadata = Metadata;
    type MetadataFuture<'a> = Pin<Box<dyn Future<Output = io::Result<Metadata>> + Send + 'a>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        Box::pin(self.0.metadata())
    }
}

impl AsyncRead for Opened {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}

impl AsyncSeek for Opened {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.0).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.0).poll_complete(context)
    }
}
