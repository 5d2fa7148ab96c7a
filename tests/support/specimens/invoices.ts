import { sendInvoice } from "@/lib/domain/messages/billing-mails";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { newDraft, newInvoice } from "@/tests/support/gym/manual-invoices";

const draft = async (gym: Gym) => ({ id: (await newDraft(gym)).id });
const invoice = async (gym: Gym) => ({ id: (await newInvoice(gym)).id });

export const specimens: Specimens = {
  inputs: {
    "invoices.list": async (gym) => {
      await newInvoice(gym);
      return {};
    },
    "invoices.counts": async (gym) => {
      await newInvoice(gym);
      return {};
    },
    "invoices.export": async (gym) => {
      await newInvoice(gym);
      return {};
    },
    "invoices.totals": async (gym) => {
      await newInvoice(gym);
      return {};
    },
    "invoices.get": invoice,
    "invoices.explain": invoice,
    "invoices.pdf": invoice,
    "invoices.mails": async (gym) => {
      const { id } = await newInvoice(gym);
      await sendInvoice(gym.people.gym_owner.caller, { id });
      return { id };
    },
    "invoices.send": invoice,
    "invoices.create": (gym) => ({
      member_id: gym.member_id,
      lines: [{ description: "Towel service", quantity: 2, price_minor: 400 }],
    }),
    "invoices.preview": (gym) => ({
      location_id: gym.location_id,
      lines: [{ description: "Towel service", quantity: 2, price_minor: 400 }],
    }),
    "invoices.update": async (gym) => ({ ...(await draft(gym)), note: "Thank you" }),
    "invoices.delete": draft,
    "invoices.finalize": draft,
    "me.invoices": async (gym) => {
      await newInvoice(gym);
      return {};
    },
    "me.invoice": invoice,
    "me.invoice_pdf": invoice,
  },
};
