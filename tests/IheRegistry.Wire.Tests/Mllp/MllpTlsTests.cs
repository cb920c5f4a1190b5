using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IheRegistry.Wire.Mllp;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mllp;

[TestFixture]
public sealed class MllpTlsTests
{
    [Test]
    public async Task Behind_tls_the_handler_knows_the_senders_certificate()
    {
        using var server = Certificate("CN=localhost");
        using var sender = Certificate("CN=sender");
        var tls = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = server,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (certificate, _, _) => certificate.Thumbprint == sender.Thumbprint,
        };
        await using var listener = await MllpListener.StartAsync(tls: tls, handle: (_, answer, peer, _) =>
        {
            Encoding.UTF8.GetBytes(peer.Certificate!.Subject, answer);
            return default;
        });
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ClientCertificates = [sender],
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == server.Thumbprint,
        };
        await using var client = await MllpClient.ConnectAsync("127.0.0.1", listener.Port, tls: options);
        var answer = await client.ExchangeAsync("who?"u8.ToArray());
        Assert.That(Encoding.UTF8.GetString(answer.Message.Span), Is.EqualTo("CN=sender"));
    }

    static X509Certificate2 Certificate(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
