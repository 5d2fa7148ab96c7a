import type { KindTexts } from "@/lib/domain/message-definition";
import type { Language } from "@/lib/values/notifications";

/** The default texts of the message about failed payments. */
export const paymentFailedTexts: Record<Language, KindTexts> = {
  en: {
    email: {
      subject: "Your payment to {{gym_name}} did not go through",
      body: "Hello {{first_name}},\n\nwe could not collect {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nYou can pay now, without signing in: {{pay_link}}\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} could not be collected", body: "{{what_next}}" },
    sms: "{{gym_name}}: we could not collect {{amount}}. Pay here: {{pay_link}}",
    whatsapp:
      "Hello {{first_name}}, {{gym_name}} could not collect {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPay here: {{pay_link}}",
  },
  es: {
    email: {
      subject: "Tu pago a {{gym_name}} no se ha completado",
      body: "Hola, {{first_name}}:\n\nNo hemos podido cobrar {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPuedes pagar ahora, sin iniciar sesión: {{pay_link}}\n\n{{gym_name}}",
    },
    push: { subject: "No hemos podido cobrar {{amount}}", body: "{{what_next}}" },
    sms: "{{gym_name}}: no pudimos cobrar {{amount}}. Paga: {{pay_link}}",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} no ha podido cobrar {{amount}}:\n\n{{invoices}}\n\n{{what_next}}\n\nPaga: {{pay_link}}",
  },
  hi: {
    email: {
      subject: "{{gym_name}} को आपका भुगतान नहीं हो सका",
      body: "नमस्ते {{first_name}},\n\nहम {{amount}} नहीं ले सके:\n\n{{invoices}}\n\n{{what_next}}\n\nआप बिना साइन इन किए अभी भुगतान कर सकते हैं: {{pay_link}}\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} का भुगतान नहीं हो सका", body: "{{what_next}}" },
    sms: "{{gym_name}}: {{amount}} बाक़ी। {{pay_link}}",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} {{amount}} नहीं ले सका:\n\n{{invoices}}\n\n{{what_next}}\n\nयहाँ भुगतान करें: {{pay_link}}",
  },
};
