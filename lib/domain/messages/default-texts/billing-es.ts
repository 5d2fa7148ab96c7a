import type { KindTexts } from "@/lib/domain/message-definition";
import type { BillingKind } from "./billing-words";

export const esBillingKinds: Record<BillingKind, KindTexts> = {
  invoice_issued: {
    email: {
      subject: "Factura {{invoice_number}} de {{gym_name}}",
      body: "Hola, {{first_name}}:\n\nAdjuntamos tu factura {{invoice_number}} de {{amount}}. {{what_to_do}}\n\nSi algo no está claro, escríbenos o pregunta en recepción: te explicamos cada línea.\n\n{{gym_name}}",
    },
    push: { subject: "Factura {{invoice_number}}", body: "{{amount}}. {{what_to_do}}" },
    sms: "{{gym_name}}: tu factura {{invoice_number}} de {{amount}} te espera en la web. {{what_to_do}}",
    whatsapp:
      "Hola, {{first_name}}: tu factura {{invoice_number}} de {{amount}} de {{gym_name}} está en tu página: {{link}}\n{{what_to_do}}",
  },
  receipt: {
    email: {
      subject: "Recibo de {{amount}} de {{gym_name}}",
      body: "Hola, {{first_name}}:\n\nGracias: el {{received_on}} recibimos {{amount}} ({{method}}). Adjuntamos tu recibo {{receipt_number}}.\n\n{{gym_name}}",
    },
    push: {
      subject: "Hemos recibido {{amount}}",
      body: "Gracias, {{first_name}}. Tu recibo {{receipt_number}} está en tu página.",
    },
    sms: "{{gym_name}}: hemos recibido {{amount}} el {{received_on}}. ¡Muchas gracias! Recibo {{receipt_number}}.",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} recibió {{amount}} el {{received_on}} ({{method}}). ¡Gracias! Recibo {{receipt_number}}.",
  },
  refund_receipt: {
    email: {
      subject: "Reembolso de {{amount}} de {{gym_name}}",
      body: "Hola, {{first_name}}:\n\nEl {{refunded_on}} te devolvimos {{amount}} ({{method}}). Adjuntamos el recibo {{receipt_number}}.\n\n{{gym_name}}",
    },
    push: {
      subject: "{{amount}} devueltos",
      body: "{{gym_name}} te ha devuelto {{amount}}. Recibo {{receipt_number}}.",
    },
    sms: "{{gym_name}}: te hemos devuelto {{amount}} el {{refunded_on}} ({{method}}). Recibo {{receipt_number}}.",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} te devolvió {{amount}} el {{refunded_on}} ({{method}}). Recibo {{receipt_number}}.",
  },
  credit_note_issued: {
    email: {
      subject: "Abono {{credit_note_number}} de {{gym_name}}",
      body: "Hola, {{first_name}}:\n\nTe hemos abonado {{amount}}. Adjuntamos la factura rectificativa {{credit_note_number}}. {{what_happens}}\n\n{{gym_name}}",
    },
    push: { subject: "Te hemos abonado {{amount}}", body: "Abono {{credit_note_number}}. {{what_happens}}" },
    sms: "{{gym_name}}: te hemos abonado {{amount}} (abono {{credit_note_number}}). {{what_happens}}",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} te ha abonado {{amount}} con el documento {{credit_note_number}}. {{what_happens}}",
  },
  freeze_confirmed: {
    email: {
      subject: "Tu {{plan_name}} queda en pausa desde el {{from_on}}",
      body: "Hola, {{first_name}}:\n\nHemos puesto en pausa tu {{plan_name}} desde el {{from_on}} hasta {{until}}. Tu próximo recibo llega {{next_bill}}.\n\nSi vuelves antes, dilo en recepción.\n\n{{gym_name}}",
    },
    push: {
      subject: "Tu pausa está confirmada",
      body: "{{plan_name}} queda en pausa desde el {{from_on}} hasta {{until}}.",
    },
    sms: "{{gym_name}}: tu {{plan_name}} queda en pausa desde el {{from_on}} hasta {{until}}.",
    whatsapp:
      "Hola, {{first_name}}: {{gym_name}} ha puesto en pausa tu {{plan_name}} desde el {{from_on}} hasta {{until}}. Tu próximo recibo llega {{next_bill}}.",
  },
  plan_change_confirmed: {
    email: {
      subject: "Tu nuevo plan: {{plan_name}}",
      body: "Hola, {{first_name}}:\n\nDesde el {{effective_on}} tienes {{plan_name}}, por {{price}} {{interval}}. Tu próximo recibo llega {{next_bill}}.\n\nLos días pagados que no usaste se te abonan; la factura o el abono muestra cada día.\n\n{{gym_name}}",
    },
    push: { subject: "Tu nuevo plan: {{plan_name}}", body: "Desde el {{effective_on}}, por {{price}} {{interval}}." },
    sms: "{{gym_name}}: desde el {{effective_on}} tienes {{plan_name}}, por {{price}} {{interval}}.",
    whatsapp:
      "Hola, {{first_name}}: desde el {{effective_on}} tienes {{plan_name}} en {{gym_name}}, por {{price}} {{interval}}. Tu próximo recibo llega {{next_bill}}.",
  },
  price_increase_notice: {
    email: {
      subject: "Nuevo precio de tu {{plan_name}}",
      body: "Hola, {{first_name}}:\n\nDesde el {{first_bill_on}} tu {{plan_name}} en {{gym_name}} cuesta {{new_price}} {{interval}} en lugar de {{old_price}}. El recibo del {{first_bill_on}} es el primero con el nuevo precio; hasta entonces nada cambia.\n\nSi tienes alguna pregunta, escríbenos o pregunta en recepción.\n\n{{gym_name}}",
    },
    push: {
      subject: "Nuevo precio de tu {{plan_name}}",
      body: "Desde el {{first_bill_on}} cuesta {{new_price}} en lugar de {{old_price}}.",
    },
    sms: "{{gym_name}}: desde el {{first_bill_on}} tu {{plan_name}} cuesta {{new_price}} {{interval}} en lugar de {{old_price}}.",
    whatsapp:
      "Hola, {{first_name}}: desde el {{first_bill_on}} tu {{plan_name}} en {{gym_name}} cuesta {{new_price}} {{interval}} en lugar de {{old_price}}. El recibo de ese día es el primero con el nuevo precio.",
  },
  payment_reminder: {
    email: {
      subject: "Tu pago a {{gym_name}}: {{amount}}",
      body: "Hola, {{first_name}}:\n\n{{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}\n\nSi ya has pagado, gracias: este mensaje se ha cruzado con tu pago.\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} por pagar", body: "{{summary}}" },
    sms: "{{gym_name}}: {{summary}} Puedes pagar cuando vengas.",
    whatsapp: "Hola, {{first_name}}: un recordatorio de {{gym_name}}. {{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}",
  },
};
