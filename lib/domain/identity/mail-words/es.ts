import type { AccountMailWords } from "./words";

export const es: AccountMailWords = {
  roles: { gym_owner: "Propietario", admin: "Administrador", trainer: "Entrenador", receptionist: "Recepción" },
  completeSignUp: {
    subject: "Confirma tu correo electrónico",
    before: [
      "Alguien se registró en FitFlow Pro con esta dirección. Si fuiste tú, abre este enlace en las próximas 24 horas y escribe la contraseña que elegiste:",
    ],
    button: "Confirmar la dirección",
    after: ["Si no fuiste tú, no tienes que hacer nada: sin tu confirmación no se crea nada."],
  },
  alreadySignedUp: {
    subject: "Ya tienes una cuenta",
    before: [
      "Alguien se registró en FitFlow Pro con esta dirección, que ya tiene una cuenta. Si fuiste tú, inicia sesión:",
    ],
    button: "Iniciar sesión",
    forgotten: "¿Olvidaste tu contraseña? Crea una nueva:",
    after: ["Si no fuiste tú, no tienes que hacer nada."],
  },
  setNewPassword: (name) => ({
    subject: "Crea una contraseña nueva",
    before: [`Hola, ${name}:`, "abre este enlace en la próxima hora para crear una contraseña nueva:"],
    button: "Crear contraseña",
    after: ["Si no lo pediste, no tienes que hacer nada: tu contraseña no cambia."],
  }),
  passwordChanged: (name) => ({
    subject: "Tu contraseña ha cambiado",
    before: [
      `Hola, ${name}:`,
      "la contraseña de tu cuenta de FitFlow Pro acaba de cambiar y se cerraron todas las sesiones.",
      "Si no fuiste tú, crea una contraseña nueva ahora mismo:",
    ],
    button: "Crear contraseña",
    after: [],
  }),
  joinTeam: (gym, role, inviter) => ({
    subject: `Únete al equipo de ${gym}`,
    before: [`${inviter} te invita al equipo de ${gym} (${role}). Abre este enlace en los próximos 7 días:`],
    button: "Unirse al equipo",
    after: ["Si no los conoces, no tienes que hacer nada."],
  }),
  signIn: (name) => ({
    subject: "Tu enlace para entrar",
    before: [`Hola, ${name}:`, "abre este enlace en los próximos 15 minutos para entrar. Funciona una sola vez:"],
    button: "Entrar",
    after: ["No lo reenvíes: abre tu cuenta. Si no lo pediste, no tienes que hacer nada."],
  }),
  firstSignIn: (name, gyms) => ({
    subject: "Tu enlace para entrar",
    before: [
      `Hola, ${name}:`,
      `tu gimnasio conoce esta dirección (${gyms}). Abre este enlace en los próximos 15 minutos para entrar. No necesitas contraseña:`,
    ],
    button: "Entrar",
    after: ["No lo reenvíes: abre tu página. Si no lo pediste, no tienes que hacer nada."],
  }),
  passwordOnly: (name) => ({
    subject: "Entra con tu contraseña",
    before: [`Hola, ${name}:`, "esta cuenta entra solo con su contraseña:"],
    button: "Entrar",
    after: ["Si no pediste un enlace, no tienes que hacer nada."],
  }),
  inviteMember: (name, gym, days) => ({
    subject: `Tu página en ${gym}`,
    before: [
      `Hola, ${name}:`,
      `${gym} tiene una página para ti: tu pase para la puerta, tu membresía, tus visitas y tus facturas. Abre este enlace en los próximos ${days} días:`,
    ],
    button: "Abrir tu página",
    after: ["No lo reenvíes: abre tu página. Si no conoces este gimnasio, no tienes que hacer nada."],
  }),
  inviteGuardian: (name, ward, gym, days) => ({
    subject: `La página de ${ward} en ${gym}`,
    before: [
      `Hola, ${name}:`,
      `${gym} tiene una página para ${ward}: el pase para la puerta, la membresía, las visitas y las facturas. Como tutor puedes abrirla. Abre este enlace en los próximos ${days} días:`,
    ],
    button: "Abrir la página",
    after: ["No lo reenvíes: abre la página. Si no conoces este gimnasio, no tienes que hacer nada."],
  }),
  loginCreated: (name, gym, account, reset_url) => ({
    subject: `Tu página en ${gym} está abierta`,
    before: [
      `Hola, ${name}:`,
      `la invitación de ${gym} acaba de ser aceptada. La cuenta ${account} puede ver tu pase, tu membresía y tus facturas.`,
      "Siempre puedes entrar aquí:",
    ],
    button: "Entrar",
    after: [
      `Si no fuiste tú, avisa al gimnasio ahora mismo y crea una contraseña nueva, que cierra todas las sesiones: ${reset_url}`,
    ],
  }),
};
