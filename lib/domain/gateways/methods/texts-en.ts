import type { MethodTexts } from "./message-kinds";

export const enMethodKinds: MethodTexts = {
  card_requested: {
    email: {
      subject: "{{gym_name}} asks for a payment method",
      body: "Hello {{first_name}},\n\nplease save a card or bank account for your bills at {{gym_name}}. This page works for 7 days:\n\n{{card_link}}\n\nYour card number goes to the payment provider. We never see it.\n\n{{gym_name}}",
    },
    push: {
      subject: "Please save a payment method",
      body: "{{gym_name}} asks for a card or bank account for your bills.",
    },
    sms: "{{gym_name}}: please save a card for your bills. Open your page, or ask at the desk.",
    whatsapp:
      "Hello {{first_name}}, please save a card or bank account for your bills at {{gym_name}}. This page works for 7 days: {{card_link}}",
  },
  card_expiring: {
    email: {
      subject: "Your {{card}} expires soon",
      body: "Hello {{first_name}},\n\nyour bills at {{gym_name}} are charged to {{card}}, which expires on {{expires_on}}. Add your new card here, so that the next payment works:\n\n{{card_link}}\n\nIf your bank has renewed the card already, there is nothing to do: this message crossed with it.\n\n{{gym_name}}",
    },
    push: { subject: "{{card}} expires soon", body: "It expires on {{expires_on}}. Add your new card before that." },
    sms: "{{gym_name}}: {{card}} expires on {{expires_on}}. Add your new card on your page.",
    whatsapp:
      "Hello {{first_name}}, your bills at {{gym_name}} are charged to {{card}}, which expires on {{expires_on}}. Add your new card here: {{card_link}}",
  },
  payment_method_ended: {
    email: {
      subject: "{{card}} can no longer be charged",
      body: "Hello {{first_name}},\n\n{{card}} was removed or its permission was withdrawn, so your bills at {{gym_name}} are no longer charged to it. Add another payment method here:\n\n{{card_link}}\n\nYou can also pay at the desk.\n\n{{gym_name}}",
    },
    push: { subject: "{{card}} can no longer be charged", body: "Add another payment method for your bills." },
    sms: "{{gym_name}}: {{card}} can no longer be charged. Add another method on your page.",
    whatsapp:
      "Hello {{first_name}}, {{card}} can no longer be charged for your bills at {{gym_name}}. Add another payment method here: {{card_link}}",
  },
};
