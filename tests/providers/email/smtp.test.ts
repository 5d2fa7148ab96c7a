import { expect, test } from "vitest";
import { isPrivateAddress } from "@/lib/providers/email/public-address";
import { smtpProvider } from "@/lib/providers/email/smtp";
import { aFile, aMail, fileInBase64 } from "@/tests/support/vendors/mails";
import { smtpServer } from "@/tests/support/vendors/smtp-server";
import { deadUrl } from "@/tests/support/vendors/vendor-server";

const settings = (port: number) => ({
  host: "127.0.0.1",
  port,
  security: "none" as const,
  username: "gym",
  password: "secret-0001",
});

async function send(script: Parameters<typeof smtpServer>[0], mails = [aMail()], timeout_ms = 2_000) {
  const server = await smtpServer(script);
  const provider = smtpProvider(settings(server.port), { allow_private: true, timeout_ms });
  return { outcomes: await provider.send(mails, "k"), ...server };
}

test("a mail reaches the server complete, with its headers", async () => {
  const { outcomes, letters, commands } = await send({});
  expect(outcomes).toEqual([
    { outcome: "accepted", provider_message_id: "<0197f0a0-0000-7000-8000-000000000001@irontemple.example>" },
  ]);
  expect(commands).toContain("MAIL FROM:<hello@irontemple.example>");
  expect(commands).toContain("RCPT TO:<sam@example.com>");
  const [letter] = letters;
  expect(letter).toContain('From: "Iron Temple, Leeds" <hello@irontemple.example>\r\n');
  expect(letter).toContain("To: sam@example.com\r\n");
  expect(letter).toContain("Reply-To: desk@irontemple.example\r\n");
  expect(letter).toContain("Message-ID: <0197f0a0-0000-7000-8000-000000000001@irontemple.example>\r\n");
  expect(letter).toContain("List-Unsubscribe: <https://irontemple.example/u/1>\r\n");
  expect(letter).toContain("Content-Type: text/plain");
  expect(letter).toContain("<p>Welcome</p>");
});

test.each<[string, Parameters<typeof smtpServer>[0], object]>([
  [
    "a wrong password lets the mails wait",
    { AUTH: "535 5.7.8 wrong secret-0001" },
    { outcome: "misconfigured", message: "127.0.0.1: 535 5.7.8 wrong •••" },
  ],
  [
    "a server that cannot check the password now is asked later",
    { AUTH: "454 4.7.0 try later" },
    { outcome: "later", message: "127.0.0.1: 454 4.7.0 try later", retry_after_ms: null },
  ],
  ["a sender that the server refuses lets the mails wait", { MAIL: "550 5.7.1 no" }, { outcome: "misconfigured" }],
  [
    "a mailbox that does not exist is left alone from now on",
    { RCPT: "550 5.1.1 unknown user" },
    { outcome: "rejected", code: "smtp_550", disables: "address" },
  ],
  [
    "a recipient refused by policy stays open for other mails",
    { RCPT: "550 5.7.1 relaying denied" },
    { outcome: "rejected", code: "smtp_550", disables: null },
  ],
  ["a full mailbox is tried later", { RCPT: "452 4.2.2 full" }, { outcome: "later", retry_after_ms: null }],
  [
    "content that the server refuses is rejected",
    { END: "554 5.7.1 spam" },
    { outcome: "rejected", code: "smtp_554", disables: null },
  ],
  ["a busy server is tried later", { GREETING: "421 4.3.2 busy" }, { outcome: "later" }],
  ["a server that hangs up before the mail is tried later", { MAIL: "" }, { outcome: "later" }],
  ["a server that hangs up after the mail leaves it in doubt", { END: "" }, { outcome: "unknown" }],
])("%s", async (_guarantee, script, outcome) => {
  const { outcomes } = await send(script);
  expect(outcomes).toEqual([expect.objectContaining(outcome)]);
});

test("a server that stops answering before the mail is retried, one that stops after it makes the outcome unknown", async () => {
  const before = await send({ DATA: null }, [aMail()], 100);
  const after = await send({ END: null }, [aMail()], 100);
  expect([before.outcomes[0]?.outcome, after.outcomes[0]?.outcome]).toEqual(["later", "unknown"]);
});

test("a server that cannot be reached is tried later", async () => {
  const port = Number(new URL(await deadUrl()).port);
  const provider = smtpProvider(settings(port), { allow_private: true });
  expect(await provider.send([aMail()], "k")).toEqual([expect.objectContaining({ outcome: "later" })]);
});

test("a wrong password is tried a few times, not once for each mail", async () => {
  const mails = Array.from({ length: 20 }, () => aMail());
  const { outcomes, commands } = await send({ AUTH: "535 5.7.8 wrong" }, mails);
  expect(outcomes.filter(({ outcome }) => outcome === "misconfigured")).toHaveLength(20);
  expect(commands.filter((command) => command.startsWith("AUTH")).length).toBeLessThanOrEqual(4);
});

test("a gym cannot probe our own network by naming its machines as mail servers", async () => {
  const server = await smtpServer();
  const provider = smtpProvider(settings(server.port));
  expect(await provider.send([aMail()], "k")).toEqual([
    {
      outcome: "misconfigured",
      message: "127.0.0.1 is not on the public internet. Choose a public mail server",
    },
  ]);
  expect(server.commands).toEqual([]);
});

test.each([
  ["10.1.2.3", true],
  ["169.254.169.254", true],
  ["172.31.0.1", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["93.184.216.34", false],
  ["2606:2800:220:1::1", false],
])("that %s is an address of our own is %s", (address, is_private) => {
  expect(isPrivateAddress(address)).toBe(is_private);
});

test("a mail carries its files", async () => {
  const { letters } = await send({}, [aMail({ attachments: [aFile] })]);
  expect(letters[0]).toContain("Content-Type: application/pdf; name=INV-00042.pdf");
  expect(letters[0]).toContain("Content-Disposition: attachment; filename=INV-00042.pdf");
  expect(letters[0]).toContain(fileInBase64);
});
