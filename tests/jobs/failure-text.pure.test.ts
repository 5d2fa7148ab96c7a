import { expect, test } from "vitest";
import { failureOf } from "@/inngest/embedded/failure-text";

test.each([
  [
    "a sentence of ours stays",
    { name: "Problem", message: "Give the member an e-mail address." },
    "Give the member an e-mail address.",
  ],
  ["a plain error stays", new Error("the printer is out of paper"), "the printer is out of paper"],
  [
    "an id stays",
    new Error("no member 0197f0a0-0000-7000-8000-000000000001"),
    "no member 0197f0a0-0000-7000-8000-000000000001",
  ],
  [
    "SQL does not",
    new Error('Failed query: select "id" from "members" where name = $1\nparams: Mina'),
    "The database rejected a statement. The server's log has the whole error.",
  ],
  [
    "nor does an update",
    new Error("update members set name = 'x' where id = 1"),
    "The database rejected a statement. The server's log has the whole error.",
  ],
  [
    "nor a vendor's payload",
    new Error('400 {"error":{"number":"4242 4242"}}'),
    "It failed with a response that is not shown here. The server's log has the whole error.",
  ],
  [
    "nor a vendor's own error",
    { name: "StripeCardError", message: "Your card 4242 was declined" },
    "It failed with an error that is not shown here. The server's log has the whole error.",
  ],
  ["nor a bearer token", new Error("refused: Authorization Bearer abc.def-123"), "refused: Authorization [removed]"],
  ["nor a key", new Error("cannot use api_key=sk_live_4eC39HqL"), "cannot use [removed]"],
  ["nor a long token", new Error("bad token_ SG4zT9vQpLmN8xRwYkUeHaJcBdFgXs12"), "bad token_ [removed]"],
  [
    "nor an address's password",
    new Error("connect to smtp://user:pw@mail.example"),
    "connect to [removed]mail.example",
  ],
  ["no mailbox", new Error("no such mailbox mina@example.com"), "no such mailbox [removed]"],
  ["only the first line", new Error("one\ntwo"), "one"],
  ["something that is no error", null, "It failed without saying why."],
])("the stored text of an error: %s", (_what, error, message) => {
  expect(failureOf(error instanceof Error ? { name: error.name, message: error.message } : error).message).toBe(
    message,
  );
});
