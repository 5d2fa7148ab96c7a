import { expect, test } from "vitest";
import { createInvoice, finalizeInvoice, previewInvoice } from "@/lib/domain/billing/invoices";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym } from "@/tests/support/gym/gym";
import { newTaxRate } from "@/tests/support/gym/invoices";
import { code, owner } from "@/tests/support/gym/payments";

const clock = fixedClock("2026-03-05T11:00:00Z");
const lines = [
  { description: "Towel service", quantity: 3, price_minor: 333 },
  { description: "Locker", price_minor: 1_250, discount_minor: 50 },
];

test.each([true, false])(
  "the preview of a draft is what the draft sums to, with tax in the price: %s",
  async (isWithTax) => {
    const gym = await newGym();
    await newTaxRate(gym, 190_000);
    const terms = { lines, prices_include_tax: isWithTax };
    const preview = await previewInvoice(owner(gym), { location_id: gym.location_id, ...terms });
    const { net_minor, tax_minor, total_minor, taxes } = await createInvoice(owner(gym), {
      member_id: gym.member_id,
      ...terms,
    });
    expect(preview).toMatchObject({ net_minor, tax_minor, total_minor, taxes, currency: "EUR" });
    expect(preview.lines).toHaveLength(2);
  },
);

test("a draft is finalized with the due day that staff choose, within a year", async () => {
  const gym = await newGym();
  const caller = { ...owner(gym), clock };
  const { id } = await createInvoice(caller, { member_id: gym.member_id, lines });
  expect(await code(finalizeInvoice(caller, { id, due_on: "2026-03-04" }))).toBe("invalid_input");
  expect(await code(finalizeInvoice(caller, { id, due_on: "2027-03-07" }))).toBe("invalid_input");
  expect(await finalizeInvoice(caller, { id, due_on: "2026-04-20" })).toMatchObject({ due_on: "2026-04-20" });
});
