/**
 * Key and certificate of `pictures.test`, signed by themselves. They open nothing: the tests' browser is told to accept
 * any certificate, and the name leads nowhere but to this machine. Pictures must be https, and Node can't make these.
 */
export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGLKbmQ9Tq36B1mOS
py0gR/lmNSmdXF1awT+Fn2WMv+KhRANCAATJkY4htyiWz2JvrkT9l2+moTpt/WgK
kCT1HH5n6TrlL8sN4KfJM5gtTEpks2HS5pjOXnDa1shwzYU8cdkdgcHy
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUJbkODNe97ERFGoCd6owJvpRgPbQwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcGljdHVyZXMudGVzdDAgFw0yNjExMjQxMTA5NDdaGA8yMTI2
MTAzMTExMDk0N1owGDEWMBQGA1UEAwwNcGljdHVyZXMudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABMmRjiG3KJbPYm+uRP2Xb6ahOm39aAqQJPUcfmfpOuUv
yw3gp8kzmC1MSmSzYdLmmM5ecNrWyHDNhTxx2R2BwfKjbTBrMB0GA1UdDgQWBBSZ
ctLzzG23XHFfjmLhv58wrKrnxTAfBgNVHSMEGDAWgBSZctLzzG23XHFfjmLhv58w
rKrnxTAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDXBpY3R1cmVzLnRlc3Qw
CgYIKoZIzj0EAwIDSAAwRQIhAJSBS3o3bK2VgbnzssXIkhMoCgh4N/CWTMBH4sTU
F55LAiBXSIMUaft/WeiHVQQ81KTC+43NLnwc0oj9Ib+1JhGHig==
-----END CERTIFICATE-----
`,
};
