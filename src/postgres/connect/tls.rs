//! TLS by rustls: the system's roots, or the given ones.

use super::settings::{Settings, TlsMode};
use crate::diagnostics::Code;
use crate::postgres::Failure;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What makes encrypted connections with these settings.
pub fn connector(settings: &Settings) -> Result<MakeRustlsConnect, Failure> {
    let given = given_roots(settings)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    // as with libpq, naming a root asks for its signature even where only encryption was asked for
    let verifies = settings.mode >= TlsMode::VerifyCa || settings.mode == TlsMode::Require && !given.is_empty();
    let chain = if verifies { Some(chain_verifier(&given, &provider)?) } else { None };
    let host = settings.mode == TlsMode::VerifyFull;
    let verifier = Arc::new(Verifier { chain, host, pinned: given, provider: Arc::clone(&provider) });
    let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let versions = versions.map_err(|_| failure("TLS cannot be set up"))?;
    let config = versions.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn given_roots(settings: &Settings) -> Result<Vec<CertificateDer<'static>>, Failure> {
    let Some(path) = &settings.root else { return Ok(Vec::new()) };
    let unreadable = || failure(&format!("no certificate can be read from sslrootcert {}", path.display()));
    let certificates = CertificateDer::pem_file_iter(path).map_err(|_| unreadable())?;
    let certificates: Vec<_> = certificates.collect::<Result<_, _>>().map_err(|_| unreadable())?;
    if certificates.is_empty() { Err(unreadable()) } else { Ok(certificates) }
}

fn chain_verifier(
    given: &[CertificateDer<'static>],
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<WebPkiServerVerifier>, Failure> {
    let mut roots = RootCertStore::empty();
    if given.is_empty() {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    } else {
        roots.add_parsable_certificates(given.iter().cloned());
    }
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    let builder = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider));
    builder.build().map_err(|_| failure("the root certificates cannot be used"))
}

fn failure(what: &str) -> Failure {
    Failure::new(Code::TlsRefused, what).help("name a PEM file with the authority's certificate in sslrootcert")
}

/// Checks what `sslmode` asks for: nothing, the chain, or the chain and the host.
#[derive(Debug)]
struct Verifier {
    chain: Option<Arc<WebPkiServerVerifier>>,
    host: bool,
    /// Certificates that the user named: one that signs itself is no authority, and still trusted.
    pinned: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(chain) = &self.chain else { return Ok(ServerCertVerified::assertion()) };
        let pinned = self.pinned.iter().any(|known| known == certificate);
        match chain.verify_server_cert(certificate, intermediates, server_name, ocsp_response, now) {
            Err(Error::InvalidCertificate(fault)) if !self.host && (pinned || is_about_the_name(&fault)) => {
                Ok(ServerCertVerified::assertion())
            }
            result => result,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn is_about_the_name(fault: &CertificateError) -> bool {
    matches!(fault, CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. })
}
