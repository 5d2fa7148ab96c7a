import type { KindTexts } from "@/lib/domain/message-definition";
import type { Language } from "@/lib/values/notifications";

export const linkTexts: Record<Language, KindTexts> = {
  en: {
    email: {
      subject: "Pay {{amount}} to {{gym_name}}",
      body: "Hello {{first_name}},\n\nyou can pay invoice {{invoice_number}} of {{amount}} here, without signing in:\n\n{{pay_link}}\n\nThe link is valid until {{valid_until_on}}. Do not pass it on: it shows your bill.\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} to pay", body: "Invoice {{invoice_number}} can be paid on your page." },
    sms: "{{gym_name}}: pay {{amount}} here: {{pay_link}}",
    whatsapp:
      "Hello {{first_name}}, you can pay invoice {{invoice_number}} of {{amount}} from {{gym_name}} here until {{valid_until_on}}: {{pay_link}}",
  },
  es: {
    email: {
      subject: "Paga {{amount}} a {{gym_name}}",
      body: "Hola, {{first_name}}:\n\nPuedes pagar aquí la factura {{invoice_number}} de {{amount}}, sin iniciar sesión:\n\n{{pay_link}}\n\nEl enlace vale hasta el {{valid_until_on}}. No lo compartas: muestra tu factura.\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} por pagar", body: "Puedes pagar la factura {{invoice_number}} en tu página." },
    sms: "{{gym_name}}: paga {{amount}}: {{pay_link}}",
    whatsapp:
      "Hola, {{first_name}}: puedes pagar aquí la factura {{invoice_number}} de {{amount}} de {{gym_name}} hasta el {{valid_until_on}}: {{pay_link}}",
  },
  hi: {
    email: {
      subject: "{{gym_name}} को {{amount}} का भुगतान करें",
      body: "नमस्ते {{first_name}},\n\n{{amount}} के बिल {{invoice_number}} का भुगतान आप बिना साइन इन किए यहाँ कर सकते हैं:\n\n{{pay_link}}\n\nयह लिंक {{valid_until_on}} तक मान्य है। इसे किसी और को न भेजें, क्योंकि इसमें आपका बिल दिखता है।\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} बाक़ी हैं", body: "बिल {{invoice_number}} का भुगतान आपके पेज पर हो सकता है।" },
    sms: "{{gym_name}}: {{amount}} यहाँ दें: {{pay_link}}",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} के {{amount}} के बिल {{invoice_number}} का भुगतान {{valid_until_on}} तक यहाँ करें: {{pay_link}}",
  },
};
