import type { NextConfig } from "next";

const root = process.cwd();

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "pg",
    "@neondatabase/serverless",
    "ws",
    "@node-rs/bcrypt",
    "sharp",
    "pino",
    "inngest",
    // Vendor SDKs, loaded with the first message. React Email needs react-dom/server, which Next forbids in pages.
    "resend",
    "@sendgrid/mail",
    "@sendgrid/client",
    "nodemailer",
    "twilio",
    "firebase-admin",
    "@react-email/components",
    // Loaded with the first PDF.
    "pdfkit",
    "fontkit",
  ],
  outputFileTracingRoot: root,
  // Read by path at run time (app/vendor/[file]/route.ts, lib/providers/pdf/fonts.ts), so the tracer cannot find them.
  outputFileTracingIncludes: {
    "/*": [
      "node_modules/@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
      "node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf",
      "node_modules/@expo-google-fonts/noto-sans-devanagari/500Medium/NotoSansDevanagari_500Medium.ttf",
      "node_modules/geist/dist/fonts/geist-sans/Geist-Medium.ttf",
      "node_modules/@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf",
      "node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf",
    ],
    "/vendor/*": [
      "node_modules/swagger-ui-dist/swagger-ui-bundle.js",
      "node_modules/swagger-ui-dist/swagger-ui.css",
      "node_modules/redoc/bundles/redoc.standalone.js",
      "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm",
    ],
  },
  outputFileTracingExcludes: { "/*": [".data/**", "tests/**", "scripts/**"] },
  turbopack: { root },
  // Next would load all pages and routes into each process at its start, which costs memory (docs/decisions.md).
  experimental: { preloadEntriesOnStart: false },
  // `npm test` checks the types. Without a second check, `npm run up` starts sooner.
  typescript: { ignoreBuildErrors: true },
};

export default config;
