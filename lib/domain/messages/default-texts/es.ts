import type { KindTexts } from "@/lib/domain/message-definition";
import type { MessageKind } from "@/lib/values/notifications";
import type { LanguageTexts } from "./language-texts";

/** SMS texts use GSM letters only (é, ñ, ¡, ¿ but not á, í, ó, ú). Other letters would more than double their price. */
export const es: LanguageTexts = {
  button: "Abrir mi página",
  for_guardian: "Recibes este mensaje porque eres la persona responsable de {{full_name}}.",
  sms_stop: { text: "Responde BAJA para no recibir ofertas.", word: "BAJA" },
};

export const esKinds = {
  welcome: {
    email: {
      subject: "Te damos la bienvenida a {{gym_name}}, {{first_name}}",
      body: "Hola, {{first_name}}:\n\nNos alegra tenerte con nosotros. Tu {{plan_name}} empieza el {{starts_on}} y en {{location_name}} tenemos ganas de conocerte.\n\nEn tu primera visita, muestra en recepción el pase que encontrarás en tu página. Tu número de socio es {{member_code}}.\n\n¡Hasta pronto!\n{{gym_name}}",
    },
    push: {
      subject: "¡Hola, {{first_name}}!",
      body: "Tu {{plan_name}} empieza el {{starts_on}}. Tu pase ya está listo.",
    },
    sms: "¡Hola, {{first_name}}! Tu {{plan_name}} en {{gym_name}} empieza el {{starts_on}}. ¡Nos vemos pronto!",
    whatsapp:
      "¡Hola, {{first_name}}! Te damos la bienvenida a {{gym_name}}. Tu {{plan_name}} empieza el {{starts_on}}. Aquí tienes tu pase para la entrada: {{link}}",
  },
  membership_expiring: {
    email: {
      subject: "Tu {{plan_name}} termina el {{ends_on}}",
      body: "Hola, {{first_name}}:\n\nTu {{plan_name}} en {{gym_name}} termina el {{ends_on}}. Puedes entrenar hasta el final de ese día.\n\nSi quieres seguir con nosotros, dilo en recepción en tu próxima visita: es solo un minuto.\n\n{{gym_name}}",
    },
    push: {
      subject: "Tu {{plan_name}} termina el {{ends_on}}",
      body: "¿Quieres seguir, {{first_name}}? Basta con decirlo en recepción.",
    },
    sms: "Hola, {{first_name}}: tu {{plan_name}} en {{gym_name}} termina el {{ends_on}}. ¿Quieres seguir? Solo tienes que decirnos.",
    whatsapp:
      "Hola, {{first_name}}: tu {{plan_name}} en {{gym_name}} termina el {{ends_on}}. Si quieres seguir con nosotros, basta con decirlo en recepción en tu próxima visita.",
  },
  membership_expired: {
    email: {
      subject: "Tu {{plan_name}} terminó el {{ended_on}}",
      body: "Hola, {{first_name}}:\n\nTu {{plan_name}} terminó el {{ended_on}}. Gracias por el tiempo que has entrenado con nosotros.\n\nTu número y tu historial se quedan aquí: cuando quieras volver, empiezas donde lo dejaste.\n\n{{gym_name}}",
    },
    push: {
      subject: "Tu {{plan_name}} ha terminado",
      body: "Gracias, {{first_name}}. Aquí tienes tu casa para cuando quieras volver.",
    },
    sms: "Hola, {{first_name}}: tu {{plan_name}} en {{gym_name}} ha terminado ({{ended_on}}). Vuelve cuando quieras, te esperamos.",
    whatsapp:
      "Hola, {{first_name}}: tu {{plan_name}} en {{gym_name}} terminó el {{ended_on}}. Gracias por entrenar con nosotros. Aquí tienes tu casa para cuando quieras volver.",
  },
  freeze_ended: {
    email: {
      subject: "Tu {{plan_name}} vuelve a estar en marcha",
      body: "Hola, {{first_name}}:\n\nTu pausa ha terminado: tu {{plan_name}} vuelve a contar desde el {{resumes_on}} y tu pase abre la puerta como antes.\n\n¡Qué bien que vuelvas!\n{{gym_name}}",
    },
    push: {
      subject: "¡Qué bien que vuelvas, {{first_name}}!",
      body: "Tu {{plan_name}} vuelve a contar desde el {{resumes_on}}.",
    },
    sms: "¡Qué bien que vuelvas, {{first_name}}! Tu {{plan_name}} en {{gym_name}} cuenta de nuevo desde el {{resumes_on}}.",
    whatsapp:
      "¡Qué bien que vuelvas, {{first_name}}! Tu pausa ha terminado: tu {{plan_name}} en {{gym_name}} vuelve a contar desde el {{resumes_on}}.",
  },
  cancellation_confirmed: {
    email: {
      subject: "Tu baja está confirmada",
      body: "Hola, {{first_name}}:\n\nHemos dado de baja tu {{plan_name}}, como nos pediste. Su último día es el {{last_day_on}}; hasta entonces puedes entrenar como siempre. Hasta ese día se te cobrará todavía: {{final_amount}}.\n\nSi cambias de idea antes de ese día, dilo en recepción.\n\nGracias por haber estado con nosotros\n{{gym_name}}",
    },
    push: {
      subject: "Tu baja está confirmada",
      body: "El último día de tu {{plan_name}} es el {{last_day_on}}. Queda por cobrar: {{final_amount}}.",
    },
    sms: "{{gym_name}}: tu baja de {{plan_name}} queda confirmada, {{first_name}}. Puedes entrenar hasta el {{last_day_on}}. Queda por cobrar: {{final_amount}}.",
    whatsapp:
      "Hola, {{first_name}}: hemos dado de baja tu {{plan_name}} en {{gym_name}}. Su último día es el {{last_day_on}}; hasta entonces puedes entrenar como siempre. Queda por cobrar: {{final_amount}}.",
  },
  birthday: {
    email: {
      subject: "¡Feliz cumpleaños, {{first_name}}!",
      body: "Hola, {{first_name}}:\n\nTodo el equipo de {{location_name}} te desea un muy feliz cumpleaños y un año lleno de fuerza y salud.\n\nUn abrazo\n{{gym_name}}",
    },
    push: {
      subject: "¡Feliz cumpleaños, {{first_name}}!",
      body: "Un año lleno de fuerza y salud te desea todo el equipo de {{gym_name}}.",
    },
    sms: "¡Feliz cumple, {{first_name}}! Todo el equipo de {{gym_name}} te desea un año lleno de fuerza y salud.",
    whatsapp:
      "¡Feliz cumpleaños, {{first_name}}! Todo el equipo de {{gym_name}} te desea un año lleno de fuerza y salud.",
  },
  re_engagement: {
    email: {
      subject: "Te echamos de menos, {{first_name}}",
      body: "Hola, {{first_name}}:\n\nTu última visita fue el {{last_visit_on}} y en {{location_name}} te echamos de menos.\n\nLo más fácil es volver con algo pequeño: media hora, a tu ritmo. Si algo te lo impide, cuéntanoslo y buscamos juntos una solución.\n\n¡Hasta pronto!\n{{gym_name}}",
    },
    push: {
      subject: "Te echamos de menos, {{first_name}}",
      body: "{{days_away}} días sin ti. Media hora es un buen comienzo.",
    },
    sms: "Te echamos de menos en {{gym_name}}, {{first_name}}. Media hora a tu ritmo es un buen comienzo. ¿Nos vemos pronto?",
    whatsapp:
      "Hola, {{first_name}}: tu última visita a {{gym_name}} fue el {{last_visit_on}} y te echamos de menos. Media hora a tu ritmo es un buen comienzo. ¿Nos vemos pronto?",
  },
} satisfies Partial<Record<MessageKind, KindTexts>>;
