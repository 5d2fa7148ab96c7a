import type { MethodTexts } from "./message-kinds";

export const esMethodKinds: MethodTexts = {
  card_requested: {
    email: {
      subject: "{{gym_name}} te pide un método de pago",
      body: "Hola, {{first_name}}:\n\nGuarda una tarjeta o una cuenta bancaria para tus facturas en {{gym_name}}. Esta página funciona durante 7 días:\n\n{{card_link}}\n\nEl número de tu tarjeta va al proveedor de pagos. Nosotros no lo vemos.\n\n{{gym_name}}",
    },
    push: { subject: "Guarda un método de pago", body: "{{gym_name}} te pide una tarjeta o cuenta para tus facturas." },
    sms: "{{gym_name}}: guarda una tarjeta para tus facturas en tu web o en el gimnasio.",
    whatsapp:
      "Hola, {{first_name}}: guarda una tarjeta o una cuenta bancaria para tus facturas en {{gym_name}}. Esta página funciona durante 7 días: {{card_link}}",
  },
  card_expiring: {
    email: {
      subject: "Tu {{card}} caduca pronto",
      body: "Hola, {{first_name}}:\n\nTus facturas en {{gym_name}} se cobran en {{card}}, que caduca el {{expires_on}}. Añade aquí tu nueva tarjeta para que funcione el próximo pago:\n\n{{card_link}}\n\nSi tu banco ya ha renovado la tarjeta, no tienes que hacer nada: este mensaje se ha cruzado con el cambio.\n\n{{gym_name}}",
    },
    push: { subject: "{{card}} caduca pronto", body: "Caduca el {{expires_on}}. Añade antes tu nueva tarjeta." },
    sms: "{{gym_name}}: {{card}} caduca el {{expires_on}}. Guarda la nueva en tu web.",
    whatsapp:
      "Hola, {{first_name}}: tus facturas en {{gym_name}} se cobran en {{card}}, que caduca el {{expires_on}}. Añade aquí tu nueva tarjeta: {{card_link}}",
  },
  payment_method_ended: {
    email: {
      subject: "Ya no se puede cobrar en {{card}}",
      body: "Hola, {{first_name}}:\n\n{{card}} se ha eliminado o se ha retirado su permiso, así que tus facturas en {{gym_name}} ya no se cobran ahí. Añade aquí otro método de pago:\n\n{{card_link}}\n\nTambién puedes pagar en recepción.\n\n{{gym_name}}",
    },
    push: { subject: "Ya no se puede cobrar en {{card}}", body: "Añade otro método de pago para tus facturas." },
    sms: "{{gym_name}}: ya no se puede cobrar en {{card}}. Guarda otra tarjeta en tu web.",
    whatsapp:
      "Hola, {{first_name}}: ya no se puede cobrar en {{card}} por tus facturas en {{gym_name}}. Añade aquí otro método de pago: {{card_link}}",
  },
};
