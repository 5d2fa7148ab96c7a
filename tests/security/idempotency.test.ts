import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contracts } from "@/lib/contracts";
import { contract, takesIdempotencyKey } from "@/lib/contracts/contract";
import { getImport, listImports, uploadImport } from "@/lib/contracts/imports/imports";
import { createLocation } from "@/lib/contracts/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, refusal, send } from "@/tests/support/http/api";

const anna = "First name,Last name\r\nAnna,Able\r\n";
const bela = "First name,Last name\r\nBela,Able\r\n";

const keyed = (gym: Gym, body: BodyInit, key = "members-of-may", headers: Record<string, string> = {}) => ({
  token: gym.people.gym_owner.token,
  headers: { "idempotency-key": key, ...headers },
  body,
});
const file = { file_name: "members.csv" };

const inPieces = (text: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const letter of text) controller.enqueue(new TextEncoder().encode(letter));
      controller.close();
    },
  });

describe("R13 an upload under a used key", () => {
  test("R13 with the same file gets the first answer, and nothing is stored twice", async () => {
    const gym = await newGym();
    const first = await send(uploadImport, file, keyed(gym, anna));
    const again = await send(uploadImport, file, keyed(gym, anna));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.text()).toBe(await first.text());
    expect((await call(listImports, {}, { token: gym.people.gym_owner.token })).data.length).toBe(1);
  });

  test("R13 with another file is refused, though it has the same length", async () => {
    const gym = await newGym();
    const { id } = await call(uploadImport, file, keyed(gym, anna));
    const other = await refusal(uploadImport, file, keyed(gym, bela));
    expect([other.status, other.code]).toEqual([422, "idempotency_key_reused"]);
    expect((await call(listImports, {}, { token: gym.people.gym_owner.token })).data.map((one) => one.id)).toEqual([
      id,
    ]);
  });

  test.each([
    ["another file name", { file_name: "others.csv" }, {}],
    ["another content type", file, { "content-type": "application/octet-stream" }],
    ["another reason", file, { "x-reason": "The first file was wrong" }],
  ])("R13 with %s is refused", async (_, input, headers) => {
    const gym = await newGym();
    await call(uploadImport, file, keyed(gym, anna));
    const other = await refusal(uploadImport, input, keyed(gym, anna, "members-of-may", headers));
    expect([other.status, other.code]).toEqual([422, "idempotency_key_reused"]);
  });

  test("R13 is compared by its bytes, not by how they travelled", async () => {
    const gym = await newGym();
    const handler = (await import("@/app/api/v1/imports/route")).POST;
    const request = () =>
      new Request("http://127.0.0.1:3000/api/v1/imports?file_name=members.csv", {
        method: "POST",
        headers: {
          authorization: `Bearer ${gym.people.gym_owner.token}`,
          "content-type": "text/csv",
          "idempotency-key": "members-of-may",
        },
        body: inPieces(anna),
        duplex: "half",
      } as RequestInit);
    const { id } = await call(uploadImport, file, keyed(gym, anna));
    expect(((await (await handler(request())).json()) as { id: string }).id).toBe(id);
  });

  test("R13 that arrives twice at once is stored once", async () => {
    const gym = await newGym();
    const answers = await Promise.all([1, 2, 3].map(() => call(uploadImport, file, keyed(gym, anna))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await call(getImport, { id: answers[0]?.id ?? "" }, { token: gym.people.gym_owner.token });
  });
});

const place = { time_zone: "Europe/Berlin", currency: "EUR" as const, capacity: 20, opening_hours: alwaysOpen };

test("R13 a key belongs to its actor: a colleague's same key is another request, and each gets their own answer again", async () => {
  const gym = await newGym();
  const { gym_owner, admin } = gym.people;
  const headers = { "idempotency-key": "open-it" };
  const made = async (token: string, name: string) =>
    (await call(createLocation, { ...place, name }, { token, headers })).id;
  const owners = await made(gym_owner.token, "Second");
  const admins = await made(admin.token, "Third");
  expect(admins).not.toBe(owners);
  expect(await made(gym_owner.token, "Second")).toBe(owners);
  expect(await made(admin.token, "Third")).toBe(admins);
});

const make = contract({
  id: "things.make",
  method: "POST",
  path: "/api/v1/things",
  access: "locations.write",
  scope: "organization",
  tag: "Things",
  input: z.strictObject({ name: z.string() }),
  output: z.object({ number: z.int() }),
  errors: [],
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("R13 a key", () => {
  test("R13 whose first request is under way waits for its answer", async () => {
    const { caller } = (await newGym()).people.admin;
    const [begun, go] = [gate(), gate()];
    let made = 0;
    const makeThing = operation(make, async (ctx) => {
      made += 1;
      begun.open();
      await go.opened;
      ctx.audit({ target_type: "thing", target_id: ctx.organization_id });
      return { number: made };
    });
    const terms = { idempotency_key: "one-thing" };
    const first = makeThing.execute(caller, { name: "One" }, terms);
    await begun.opened;
    const second = makeThing.execute(caller, { name: "One" }, terms);
    const other = makeThing.execute(caller, { name: "Two" }, terms).catch(({ code }) => code);
    go.open();
    expect(await first).toEqual({ output: { number: 1 }, status: 200, replayed: false });
    expect(await second).toEqual({ output: { number: 1 }, status: 200, replayed: true });
    expect(await other).toBe("idempotency_key_reused");
    expect(made).toBe(1);
  });

  test("R13 whose request failed on the server is free again, also for another request", async () => {
    const { caller } = (await newGym()).people.admin;
    let is_broken = true;
    const makeThing = operation(make, async (ctx) => {
      if (is_broken) throw new Error("broken");
      ctx.audit({ target_type: "thing", target_id: ctx.organization_id });
      return { number: 7 };
    });
    const terms = { idempotency_key: "one-thing" };
    await expect(makeThing.execute(caller, { name: "One" }, terms)).rejects.toThrow("broken");
    is_broken = false;
    expect((await makeThing.execute(caller, { name: "Changed" }, terms)).output).toEqual({ number: 7 });
  });

  test("R3 prepares nothing again for a repetition, such as a second charge after a decline", async () => {
    const { caller } = (await newGym()).people.admin;
    let charges = 0;
    const makeThing = operation<typeof make, number>(
      make,
      async (ctx) => {
        ctx.audit({ target_type: "thing", target_id: ctx.organization_id });
        return { number: ctx.prepared };
      },
      {
        prepare: async () => {
          charges += 1;
          return charges;
        },
      },
    );
    const terms = { idempotency_key: "one-charge" };
    const first = await makeThing.execute(caller, { name: "One" }, terms);
    expect(await makeThing.execute(caller, { name: "One" }, terms)).toEqual({ ...first, replayed: true });
    await expect(makeThing.execute(caller, { name: "Two" }, terms)).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    expect(charges).toBe(1);
  });

  test("R13 gives back what its request held, also where the verb did not run", async () => {
    const { caller } = (await newGym()).people.admin;
    let held = 0;
    const makeThing = operation<typeof make, null>(
      make,
      async (ctx) => {
        ctx.audit({ target_type: "thing", target_id: ctx.organization_id });
        return { number: 1 };
      },
      {
        prepare: async () => {
          held += 1;
          return null;
        },
        release: async () => {
          held -= 1;
        },
      },
    );
    const terms = { idempotency_key: "one-thing" };
    await makeThing.execute(caller, { name: "One" }, terms);
    await makeThing.execute(caller, { name: "One" }, terms);
    await makeThing.execute(caller, { name: "Two" }, terms).catch(() => {});
    expect(held).toBe(0);
  });
});

test("R3 every POST that changes something takes a key, and says so in the reference", () => {
  const without = contracts.filter((one) => one.method === "POST" && !takesIdempotencyKey(one)).map(({ id }) => id);
  expect(without.sort()).toEqual([
    "auth.accept_invitation",
    "auth.accept_member_invitation",
    "auth.login",
    "auth.open_session_by_link",
    "auth.refresh",
    "auth.register",
    "auth.switch_organization",
    "auth.verify_email",
    "closures.preview",
    "invoices.preview",
    "me.begin_payment_method",
    "me.check_payment",
    "me.check_payment_method",
    "me.pay_invoice",
    "me.preview_cancellation",
    "me.preview_freeze",
    "member_cards.issue",
    "membership_plans.examples",
    "memberships.preview_cancellation",
    "memberships.preview_freeze",
    "memberships.preview_payer",
    "memberships.preview_plan_change",
    "memberships.preview_renewal",
    "memberships.preview_return",
    "memberships.preview_transfer",
    "notification_templates.preview",
    "notifications.preview_bulk",
    "payment_links.check",
    "payment_links.create",
    "payment_links.mail_receipt",
    "payment_links.pay",
    "payment_links.renew",
    "payment_method_links.begin",
    "payment_method_links.check",
    "payment_methods.request",
    "price_increases.preview",
    "price_rules.preview",
    "till.quote",
  ]);
});
