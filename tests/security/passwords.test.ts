import { expect, test } from "vitest";
import { register } from "@/lib/contracts/identity/accounts";
import { acceptInvitation, forgotPassword, resetPassword } from "@/lib/domain/identity";
import { refuseWeakPassword } from "@/lib/domain/identity/password-policy";
import { DEMO_PASSWORD } from "@/lib/values/demo";
import { exampleOf } from "@/tests/support/contracts/examples";
import { newGym } from "@/tests/support/gym/gym";
import { from, invite, joins, mailsTo, newAccount, newAddress, tokenIn, visitor } from "@/tests/support/gym/people";
import { refusal } from "@/tests/support/http/api";

const sam = { email: "sam.nowak@example.com", name: "Zoë Nowak", organization_names: ["Iron Temple", "Siłownia Łódź"] };
const verdict = (password: string) =>
  refuseWeakPassword(password, sam).then(
    () => "accepted",
    () => "refused",
  );

test.each([
  ...[
    "fitflow1",
    "FitFlow2026",
    "fitflow!!!",
    "FitFlow-Pro-1",
    "F1tFl0w2026!",
    "f!tfl0w#1",
    "fit.flow.pro",
    "ＦｉｔＦｌｏｗ１",
  ],
  ...[
    "2026FitFlow",
    "fitflowfitflow",
    "FitflowAdmin123",
    "Welcome-FitFlow",
    "fltflow1",
    "fitflow_gym_7",
    DEMO_PASSWORD,
  ],
  ...["IronTemple2026", "1r0n-T3mple!", "!ron Temple", "ironTempleGym1", "siłownia-łodz-1"],
  ...["zoe.nowak.1990", "Nowak-Zoë-7", "sam.nowak99", "s4m.n0w4k!", "sam.nowak@example.com1"],
])("a password that is a name with digits and signs is refused: %s", async (password) => {
  expect(await verdict(password)).toBe("refused");
});

test.each([
  ...["a fit flow of water", "flow fit for iron", "temple of the river", "iron and 7 temples", "nowakowski swims"],
  ...["pro demo gym 1", "0143014301430143", "outfitflowing 22"],
])("a password that says more than names is accepted: %s", async (password) => {
  expect(await verdict(password)).toBe("accepted");
});

test("a long password of signs that could be read in many ways is judged at once", async () => {
  const known = { email: "a@example.com", name: "Ole Aso", organization_names: ["Olea Oslo", "Setta Elea"] };
  await expect(refuseWeakPassword(`${"01430510".repeat(24)}xyz`, known)).resolves.toBeUndefined();
});

test("signing up refuses the product's and the gym's own name", async () => {
  const { input } = exampleOf(register);
  for (const password of ["F1tFl0w-2026", "IronTemple-2026"]) {
    const answer = await refusal(register, { ...input, password }, { headers: from(newAddress()) });
    expect([answer.status, answer.errors?.map(({ field }) => field)]).toEqual([422, ["password"]]);
  }
});

test("an invitation and a new password refuse the gym's own name too", async () => {
  const gym = await newGym();
  const password = `${gym.organization.name}-2026!`;
  const email = `new-${gym.organization.slug}@example.com`;
  const token = await invite(gym, { email });
  await expect(acceptInvitation(visitor(), { token, name: "Kim Lee", password })).rejects.toMatchObject({
    code: "invalid_input",
  });
  const account = await newAccount();
  await joins(gym, account, "trainer");
  await forgotPassword(visitor(), { email: account.email });
  const link = tokenIn((await mailsTo(account.email))[0]);
  await expect(resetPassword(visitor(), { token: link, password })).rejects.toMatchObject({ code: "invalid_input" });
});
