import { type NamePool, type WrittenName, words } from "./pool";

export const shaktiFitnessNames: NamePool[] = [
  {
    weight: 44,
    female:
      words(`Aarti Amruta Ashwini Gauri Ketaki Madhura Manasi Mrunal Mugdha Prajakta Rutuja Sayali Shalaka Shraddha Snehal Tejaswini
      Vaishnavi Vrushali`),
    male: words(`Abhijit Aditya Ajinkya Akshay Aniket Atharva Chinmay Ganesh Hrishikesh Kedar Mandar Nilesh Omkar Prasad Sachin Sagar Shantanu
      Swapnil Tushar`),
    last: words(`Apte Bhosale Chavan Deshmukh Deshpande Gaikwad Gokhale Jadhav Joshi Kadam Kale Kulkarni Limaye More Pawar Phadke Ranade Sathe
      Shinde Tambe Wagh`),
  },
  {
    weight: 18,
    female: words(`Anjali Divya Kritika Neha Nidhi Pallavi Pooja Rashmi Riya Shweta Sonal Swati`),
    male: words(`Ankit Deepak Gaurav Harsh Kunal Manish Nitin Prateek Rajat Saurabh Varun Vivek`),
    last: words(`Agarwal Bansal Dubey Gupta Mishra Pandey Rastogi Saxena Sharma Srivastava Tiwari Verma`),
  },
  {
    weight: 12,
    female: words(`Bhavya Charitha Keerthana Lakshmi Meenakshi Nandini Revathi Sowmya`),
    male: words(`Arvind Balaji Harish Karthik Naveen Pranav Sathish Vignesh`),
    last: words(`Balakrishnan Iyer Krishnan Menon Nair Narayanan Pillai Ramesh Rao Reddy Subramanian`),
  },
  {
    weight: 10,
    female: words(`Hetal Janki Kinjal Krupa Mansi Nirali`),
    male: words(`Chirag Dhaval Jignesh Mihir Parth Yash`),
    last: words(`Desai Gandhi Mehta Modi Parekh Patel Shah Trivedi`),
  },
  {
    weight: 8,
    female: words(`Afreen Heena Nazneen Saba Shabana Zoya`),
    male: words(`Arbaaz Faisal Imtiyaz Rizwan Salman Wasim`),
    last: words(`Ansari Khan Mulla Pathan Shaikh Sayyed`),
  },
  {
    weight: 5,
    female: words(`Gurpreet Harleen Jasleen Simran`),
    male: words(`Gurbir Jaspreet Manpreet Ranjit`),
    last: words(`Ahluwalia Bedi Gill Kaur Sandhu Singh`),
  },
  {
    weight: 3,
    female: words(`Delna Freny Roshni Sharon Zenobia`),
    male: words(`Cyrus Darius Jehangir Melvin Rustom`),
    last: words(`D'Souza Daruwalla Fernandes Irani Mistry Pereira`),
  },
];

export const shaktiFitnessWritten: WrittenName[] = [
  { first_name: "सुप्रिया", last_name: "कुलकर्णी", gender: "female" },
  { first_name: "ज्ञानेश्वर", last_name: "पाटील", gender: "male" },
  { first_name: "ऋतुजा", last_name: "देशमुख", gender: "female" },
  { first_name: "श्रीकांत", last_name: "जोशी", gender: "male" },
  { first_name: "लक्ष्मी", last_name: "शिंदे", gender: "female" },
  { first_name: "विठ्ठल", last_name: "मोरे", gender: "male" },
  { first_name: "मृणाल", last_name: "गोखले", gender: "female" },
  { first_name: "राजेंद्र", last_name: "वाघमारे", gender: "male" },
  { first_name: "दीपाली", last_name: "", gender: "female" },
  { first_name: "प्रज्ञा", last_name: "साळुंखे", gender: "female" },
  { first_name: "चैतन्य", last_name: "क्षीरसागर", gender: "male" },
  { first_name: "கவிதா", last_name: "ராமசாமி", gender: "female" },
  { first_name: "Bhagyashree", last_name: "", gender: "female" },
  { first_name: "Murugan", last_name: "", gender: "male" },
  { first_name: "Venkata Sai Lakshmi Narasimha", last_name: "Vemulapalli", gender: "male" },
  { first_name: "Tenzin", last_name: "", gender: "other" },
];
