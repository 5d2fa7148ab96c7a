import { type NamePool, type WrittenName, words } from "./pool";

export const ironTempleNames: NamePool[] = [
  {
    weight: 26,
    female:
      words(`Abigail Amber Audrey Brooke Caitlin Carly Chelsea Claire Courtney Dana Ellen Emily Erica Fiona Grace Hailey
      Hannah Heather Holly Jenna Jocelyn Kara Kelsey Lauren Leah Lindsay Megan Molly Natalie Paige Rachel Rebecca Sadie Shelby Tessa Whitney`),
    male: words(`Aaron Adam Austin Blake Brendan Caleb Colin Connor Derek Dylan Eric Ethan Evan Garrett Grant Ian Jared Jason Jeremy
      Kyle Logan Lucas Marcus Mason Mitchell Nathan Owen Parker Reid Ryan Scott Spencer Travis Tyler Wesley Zachary`),
    last: words(`Abbott Baldwin Barnes Beckett Brennan Calloway Carver Chandler Coleman Conway Crawford Dalton Donnelly Ellison Fletcher
      Gallagher Gibson Hale Harding Hayes Holloway Hutchins Keller Kendrick Lawson Mercer Monroe O'Brien O'Connor Palmer Porter Quinn
      Rhodes Sawyer Sheridan Smith Stanton Sutton Thornton Walsh Whitaker Winslow`),
  },
  {
    weight: 20,
    female:
      words(`Alejandra Ana Camila Carolina Daniela Elena Esperanza Gabriela Inés Isabel Jimena Lucía María Marisol Noelia Paloma
      Paola Rocío Sofía Valentina Ximena Yesenia`),
    male: words(`Alejandro Andrés Ángel Carlos César Diego Emilio Esteban Fabián Hernán Iván Javier Joaquín José Julián Mateo Miguel Óscar
      Rafael Ramón Santiago Sebastián`),
    last: words(`Acosta Aguilar Barrios Benítez Cárdenas Castellanos Cordero Delgado Domínguez Escobar Fuentes Galván García Guzmán Ibarra
      Jiménez Luján Marín Mendoza Muñoz Nájera Núñez Ordóñez Peña Quintero Ríos Rosario Salcedo Urrutia Vélez Zúñiga`),
  },
  {
    weight: 13,
    female: words(
      `Aaliyah Amara Chidinma Destiny Ebony Ifeoma Imani Jasmine Keisha Latoya Monique Nia Nneka Raven Sade Shanice Tamika Zuri`,
    ),
    male: words(
      `Andre Chukwuemeka Darius DeShawn Isaiah Jamal Kofi Kwabena Kwame Malik Marquis Obinna Omari Terrence Tunde Tyrone Xavier Yaw`,
    ),
    last: words(`Adeyemi Asante Banks Boateng Booker Chukwu Dixon Eze Franklin Gaines Hampton Jefferson Mensah Okafor Okonkwo Osei Owusu
      Randolph Simmons Toussaint Washington Wiggins`),
  },
  {
    weight: 12,
    female: words(
      `Amy Chloe Christine Esther Grace Hana Hyejin Jia Jisoo Joyce Lan Mai Mei Michelle Minh Sakura Thuy Vivian Yan Yuki`,
    ),
    male: words(
      `Alvin Brandon Daniel Edwin Haruto Hiroshi Jae Jun Kenji Kevin Long Minjun Quang Raymond Ren Ryo Sung Tuan Wei Wilson`,
    ),
    last: words(`Chan Chen Cho Choi Chow Dang Fujimoto Hoang Huang Ito Kang Kim Kimura Lam Lee Liang Lin Nakamura Ngo Nguyễn Park Phạm Shin
      Takeda Trần Tsai Wang Wong Yamada Yoon Zhang`),
  },
  {
    weight: 9,
    female: words(
      `Aditi Aisha Anjali Deepa Fatima Ishita Kavya Leila Maryam Meera Nadia Noor Pooja Priya Samira Shreya Yasmin Zahra`,
    ),
    male: words(
      `Aamir Amit Arjun Bilal Farhad Hamza Imran Karim Nikhil Omar Rahul Rohan Samir Sanjay Tariq Vikram Yusuf Zain`,
    ),
    last: words(`Ahmed Akhtar Bhatt Chaudhry Farooqi Ghosh Haddad Hosseini Iyer Kapoor Khalil Khan Malhotra Mansour Menon Nasser Patel Qureshi
      Rahman Reddy Shah Siddiqui Singh`),
  },
  {
    weight: 8,
    female: words(
      `Agnieszka Anastasia Daria Ewa Irina Kasia Katarina Ksenia Ludmila Magdalena Milena Natalia Oksana Olga Svetlana Zuzana`,
    ),
    male: words(
      `Aleksander Andrei Bartosz Bohdan Dmitri Filip Goran Igor Jakub Kirill Łukasz Marek Mikhail Nikolai Piotr Vuk`,
    ),
    last: words(`Baranov Čapek Dvořák Horvat Ivanenko Jović Kovač Kowalczyk Kravchenko Lewandowski Malinowska Melnyk Novák Petrov Popović
      Sokolov Volkov Wiśniewski Wójcik Zieliński`),
  },
  {
    weight: 7,
    female: words(
      `Bianca Chiara Élise Francesca Giulia Ilaria Léa Margaux Ottavia Rosalba Serena Solène Théa Yaël Shira Talia`,
    ),
    male: words(
      `Alessio Antoine Benoît Dario Étienne Fabio Gianluca Hugo Jérôme Lorenzo Matteo Noah Raphaël Salvatore Théo Eitan`,
    ),
    last: words(`Amato Bellini Bernard Caruso Colombo D'Angelo DeLuca Dubois Esposito Ferraro Fontaine Gentile Goldberg Lefèvre Levy
      Marchetti Moreau Ricci Rosenthal Rousseau Shapiro`),
  },
  {
    weight: 5,
    female: words(`Annika Astrid Britta Elin Freya Greta Ingrid Johanna Karin Liv Maren Saga Sigrid Ulrike`),
    male: words(`Anders Björn Emil Felix Gustav Henrik Jens Jürgen Lars Magnus Mikkel Niklas Sören Tobias`),
    last: words(`Åberg Andersen Bergström Böhm Eriksen Fischer Grønlund Hansen Jørgensen Kjær Lindqvist Müller Nyström Schäfer Sørensen
      Strauß Weiß`),
  },
];

export const ironTempleWritten: WrittenName[] = [
  { first_name: "Σοφία", last_name: "Παπαδοπούλου", gender: "female" },
  { first_name: "Νίκος", last_name: "Γεωργίου", gender: "male" },
  { first_name: "Дмитрий", last_name: "Соловьёв", gender: "male" },
  { first_name: "Оксана", last_name: "Шевчук", gender: "female" },
  { first_name: "美玲", last_name: "陳", gender: "female" },
  { first_name: "志強", last_name: "林", gender: "male" },
  { first_name: "健太", last_name: "佐藤", gender: "male" },
  { first_name: "さくら", last_name: "高橋", gender: "female" },
  { first_name: "지민", last_name: "김", gender: "female" },
  { first_name: "현우", last_name: "박", gender: "male" },
  { first_name: "ليلى", last_name: "الحداد", gender: "female" },
  { first_name: "يوسف", last_name: "المنصوري", gender: "male" },
  { first_name: "נועה", last_name: "לוי", gender: "female" },
  { first_name: "นภัสสร", last_name: "ศรีสุข", gender: "female" },
  { first_name: "अनन्या", last_name: "शर्मा", gender: "female" },
  { first_name: "ሰላም", last_name: "ተስፋዬ", gender: "female" },
  { first_name: "Hương", last_name: "Đặng", gender: "female" },
  { first_name: "Siobhán", last_name: "Ní Bhriain", gender: "female" },
  { first_name: "Ìyánúolúwa", last_name: "Adébáyò", gender: "male" },
  { first_name: "Jean-Christophe", last_name: "de la Rochefoucauld-Montbel", gender: "male" },
  { first_name: "María del Carmen", last_name: "Fernández de Córdoba y Álvarez", gender: "female" },
  { first_name: "Björk", last_name: "Þórsdóttir", gender: "female" },
  { first_name: "Wulandari", last_name: "", gender: "female" },
  { first_name: "Suparman", last_name: "", gender: "male" },
  { first_name: "Thandeka", last_name: "", gender: "other" },
  { first_name: "Xi", last_name: "Wu", gender: "other" },
];
