import type { KindTexts } from "@/lib/domain/message-definition";
import type { Language } from "@/lib/values/notifications";

/** The default texts of the message about failed payments. */
export const paymentFailedTexts: Record<Language, KindTexts> = {
  en: {
    email: {
      subject: "Your payment to {{gym_name}} did not go through",
      body: "Hello {{first_name}},\n\nwe could not collect {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nYou can pay now with the button below.\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} could not be collected", body: "{{what_next}}" },
    sms: "{{gym_name}}: we could not collect {{amount}}. {{what_next}} Pay here: {{link}}",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} could not collect {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPay here: {{link}}",
  },
  es: {
    email: {
      subject: "Tu pago a {{gym_name}} no se ha completado",
      body: "Hola, {{first_name}}:\n\nNo hemos podido cobrar {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPuedes pagar ahora con el botón de abajo.\n\n{{gym_name}}",
    },
    push: { subject: "No hemos podido cobrar {{amount}}", body: "{{what_next}}" },
    sms: "{{gym_name}}: no hemos podido cobrar {{amount}}. {{what_next}} Paga: {{link}}",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} no ha podido cobrar {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPaga: {{link}}",
  },
  hi: {
    email: {
      subject: "{{gym_name}} को आपका भुगतान नहीं हो सका",
      body: "नमस्ते {{first_name}},\n\nहम {{amount}} नहीं ले सके:\n\n{{invoices}}\n\n{{what_next}}\n\nआप नीचे के बटन से अभी भुगतान कर सकते हैं।\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} का भुगतान नहीं हो सका", body: "{{what_next}}" },
    sms: "{{gym_name}}: {{amount}} का भुगतान नहीं हो सका। {{what_next}} {{link}}",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} {{amount}} नहीं ले सका:\n\n{{invoices}}\n\n{{what_next}}\n\nयहाँ भुगतान करें: {{link}}",
  },
};
