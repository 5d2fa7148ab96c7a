export { acceptInvitation, readInvitation } from "./accept-invitation";
export { createOrganization } from "./create-organization";
export { newDeviceMark } from "./device-mark";
export { readGymCard } from "./gym-card";
export { freshInvitationLink, inviteToTeam, sendInvitationMail } from "./invitation";
export { login, openWebSession } from "./login";
export { logout, logoutAll } from "./logout";
export { me } from "./me";

export { forgotPassword, resetPassword } from "./password-reset";
export { refresh } from "./refresh";
export { register, resendVerification } from "./register";
export { sendMailsSoon, sendWaitingMails } from "./send-mails";
export { switchOrganization } from "./switch-organization";
export { verifyEmail } from "./verify-email";
