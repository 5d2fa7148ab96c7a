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
    // The vendors' SDKs, each loaded when its first message goes out. React's mail needs the renderer that pages may not have.
    "resend",
    "@sendgrid/mail",
    "@sendgrid/client",
    "nodemailer",
    "twilio",
    "firebase-admin",
    "@react-email/components",
  ],
  outputFileTracingRoot: root,
  // Read by path at run time, so nothing imports them: app/vendor/[file]/route.ts.
  outputFileTracingIncludes: {
    "/vendor/*": [
      "node_modules/swagger-ui-dist/swagger-ui-bundle.js",
      "node_modules/swagger-ui-dist/swagger-ui.css",
      "node_modules/redoc/bundles/redoc.standalone.js",
      "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm",
    ],
  },
  outputFileTracingExcludes: { "/*": [".data/**", "tests/**", "scripts/**"] },
  turbopack: { root },
  // `npm test` checks the types on its own; a build that repeats it costs the person who only wants to start the app.
  typescript: { ignoreBuildErrors: true },
};

export default config;
