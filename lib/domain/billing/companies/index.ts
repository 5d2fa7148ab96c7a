export { archiveCompany, createCompany, getCompany, listCompanies, updateCompany } from "./companies";
