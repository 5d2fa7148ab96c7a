import { expect, test } from "vitest";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { getDashboard } from "@/lib/domain/insight/dashboard";
import { systemCaller } from "@/lib/kernel/caller";
import { collectedByCard, heard } from "@/tests/support/gateways/disputed";
import { newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { owner, pay } from "@/tests/support/gym/payments";

test("Q5 what failed at a gateway, and the rate of disputes, follow payments and banks", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  collected.gateway.outcome = () => ({
    ...{ status: "failed", decline: { code: "insufficient_funds", vendor_code: "x", message: "No funds." } },
  });
  const invoices = [await newInvoice(gym), await newInvoice(gym)];
  await chargeInvoices(systemCaller("Charges", gym.organization), {
    ...{ invoice_ids: invoices.map(({ id }) => id), origin: "renewal" },
  });
  await pay(gym, 5_900);
  const before = await getDashboard(owner(gym), {});
  expect(before.failed).toEqual([{ currency: "EUR", amount_minor: 5_900, invoices: 1 }]);
  expect(before.disputes).toEqual([{ currency: "EUR", amount_minor: 0, disputes: 0, payments: 1 }]);
  await heard(gym, collected);
  const now = await getDashboard(owner(gym), {});
  expect(now.disputes).toEqual([{ currency: "EUR", amount_minor: 5_900, disputes: 1, payments: 1 }]);
  expect(now.collected).toEqual([
    { currency: "EUR", amount_minor: 5_900, payments_minor: 11_800, refunds_minor: 0, disputes_minor: 5_900 },
  ]);
  await heard(gym, collected, { status: "won", evidence_due_at: null });
  expect((await getDashboard(owner(gym), {})).collected).toMatchObject([{ amount_minor: 11_800, disputes_minor: 0 }]);
  expect(await getDashboard(gym.people.receptionist.caller, {})).not.toHaveProperty("disputes");
});
