import type { NextConfig } from 'next'

// On every answer, static files too. What changes by request (the policy with its nonce, HSTS) is set in proxy.ts.
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

// Documents that a page of the desk frames; proxy.ts gives them a policy of their own.
const FRAMED = ['/briefings/frame', '/briefings/:number/document', '/s/:token/document']
const FRAMED_HEADERS = [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }]
// The address of a shared page is its key.
const SHARED_HEADERS = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
  { key: 'Cache-Control', value: 'private, no-store' },
]

const config: NextConfig = {
  // A second server in the same checkout (a browser test beside a running desk) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  reactStrictMode: true,
  // In development Next would print the arguments of server actions, passwords among them.
  logging: { serverFunctions: false },
  // What a browser asks for that has not read yet where the icon is.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    ...FRAMED.map((source) => ({ source, headers: FRAMED_HEADERS })),
    { source: '/s/:path*', headers: SHARED_HEADERS },
  ],
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    '@resvg/resvg-js',
    'docx',
    'pdfkit',
    'pg',
    'piscina',
    'pptxgenjs',
  ],
}

export default config
