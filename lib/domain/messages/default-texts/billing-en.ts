import type { KindTexts } from "@/lib/domain/message-definition";
import type { BillingKind } from "./billing-words";

export const enBillingKinds: Record<BillingKind, KindTexts> = {
  invoice_issued: {
    email: {
      subject: "Invoice {{invoice_number}} from {{gym_name}}",
      body: "Hello {{first_name}},\n\nyour invoice {{invoice_number}} of {{amount}} is attached. {{what_to_do}}\n\nIf something in it is not clear, write to us or ask at the desk: we explain every line.\n\n{{gym_name}}",
    },
    push: { subject: "Invoice {{invoice_number}}", body: "{{amount}}. {{what_to_do}}" },
    sms: "{{gym_name}}: your invoice {{invoice_number}} of {{amount}} is on your page. {{what_to_do}}",
    whatsapp:
      "Hello {{first_name}}, your invoice {{invoice_number}} of {{amount}} from {{gym_name}} is on your page: {{link}}\n{{what_to_do}}",
  },
  receipt: {
    email: {
      subject: "Receipt for {{amount}} from {{gym_name}}",
      body: "Hello {{first_name}},\n\nthank you: we received {{amount}} on {{received_on}} ({{method}}). Your receipt {{receipt_number}} is attached.\n\n{{gym_name}}",
    },
    push: {
      subject: "{{amount}} received",
      body: "Thank you, {{first_name}}. Receipt {{receipt_number}} is on your page.",
    },
    sms: "{{gym_name}}: we received {{amount}} on {{received_on}} ({{method}}). Thank you! Receipt {{receipt_number}}.",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} received {{amount}} on {{received_on}} ({{method}}). Thank you! Receipt {{receipt_number}}.",
  },
  refund_receipt: {
    email: {
      subject: "Refund of {{amount}} from {{gym_name}}",
      body: "Hello {{first_name}},\n\nwe paid {{amount}} back to you on {{refunded_on}} ({{method}}). The receipt {{receipt_number}} is attached.\n\n{{gym_name}}",
    },
    push: {
      subject: "{{amount}} paid back",
      body: "{{gym_name}} paid {{amount}} back to you. Receipt {{receipt_number}}.",
    },
    sms: "{{gym_name}}: we paid {{amount}} back to you on {{refunded_on}} ({{method}}). Receipt {{receipt_number}}.",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} paid {{amount}} back to you on {{refunded_on}} ({{method}}). Receipt {{receipt_number}}.",
  },
  credit_note_issued: {
    email: {
      subject: "Credit note {{credit_note_number}} from {{gym_name}}",
      body: "Hello {{first_name}},\n\nwe have credited {{amount}} to you. The credit note {{credit_note_number}} is attached. {{what_happens}}\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} credited", body: "Credit note {{credit_note_number}}. {{what_happens}}" },
    sms: "{{gym_name}}: we have credited {{amount}} to you, credit note {{credit_note_number}}. {{what_happens}}",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} has credited {{amount}} to you with the credit note {{credit_note_number}}. {{what_happens}}",
  },
  freeze_confirmed: {
    email: {
      subject: "Your {{plan_name}} takes a break from {{from_on}}",
      body: "Hello {{first_name}},\n\nwe have frozen your {{plan_name}} from {{from_on}} until {{until}}. Your next bill comes {{next_bill}}.\n\nShould you come back earlier, tell us at the desk.\n\n{{gym_name}}",
    },
    push: {
      subject: "Your break is confirmed",
      body: "{{plan_name}} is frozen from {{from_on}} until {{until}}.",
    },
    sms: "{{gym_name}}: your {{plan_name}} is frozen from {{from_on}} until {{until}}. Next bill: {{next_bill}}.",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} has frozen your {{plan_name}} from {{from_on}} until {{until}}. Your next bill comes {{next_bill}}.",
  },
  plan_change_confirmed: {
    email: {
      subject: "Your new plan: {{plan_name}}",
      body: "Hello {{first_name}},\n\nfrom {{effective_on}} you have {{plan_name}}, at {{price}} {{interval}}. Your next bill comes {{next_bill}}.\n\nWhat you paid for days that you did not use is credited; the invoice or credit note shows each day.\n\n{{gym_name}}",
    },
    push: { subject: "Your new plan: {{plan_name}}", body: "From {{effective_on}}, at {{price}} {{interval}}." },
    sms: "{{gym_name}}: from {{effective_on}} you have {{plan_name}}, at {{price}} {{interval}}. Next bill: {{next_bill}}.",
    whatsapp:
      "Hello {{first_name}}, from {{effective_on}} you have {{plan_name}} at {{gym_name}}, for {{price}} {{interval}}. Your next bill comes {{next_bill}}.",
  },
  price_increase_notice: {
    email: {
      subject: "A new price for your {{plan_name}}",
      body: "Hello {{first_name}},\n\nfrom {{first_bill_on}} your {{plan_name}} at {{gym_name}} costs {{new_price}} {{interval}} instead of {{old_price}}. The bill of {{first_bill_on}} is the first one with the new price; until then nothing changes.\n\nIf you have a question about it, write to us or ask at the desk.\n\n{{gym_name}}",
    },
    push: {
      subject: "A new price for your {{plan_name}}",
      body: "From {{first_bill_on}} it costs {{new_price}} instead of {{old_price}}.",
    },
    sms: "{{gym_name}}: from {{first_bill_on}} your {{plan_name}} costs {{new_price}} {{interval}} instead of {{old_price}}. Questions? Ask at the desk.",
    whatsapp:
      "Hello {{first_name}}, from {{first_bill_on}} your {{plan_name}} at {{gym_name}} costs {{new_price}} {{interval}} instead of {{old_price}}. That day's bill is the first one with the new price.",
  },
  payment_reminder: {
    email: {
      subject: "Your payment to {{gym_name}}: {{amount}}",
      body: "Hello {{first_name}},\n\n{{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}\n\nIf you have paid already, thank you: this crossed with your payment.\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} to pay", body: "{{summary}}" },
    sms: "{{gym_name}}: {{summary}} You can pay at the desk.",
    whatsapp: "Hello {{first_name}}, a reminder from {{gym_name}}: {{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}",
  },
};
