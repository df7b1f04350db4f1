/** Pay codes as payroll systems and people write them. Codes that differ from plant to plant (A, P, 100 …) are left out: they are asked. */
import { phrases } from '../../intake/dataset.ts';

export const payCodeWords = {
  regular: phrases(
    'regular | reg | regular hours | normal | straight time | st | standard | worked | work | hours worked | present | normalstunden | normalzeit | normal | grundlohn | arbeitszeit | heures normales | normale | travail | horas normales | ordinaria | ordinarias | trabajo | horas normais | trabalho | ore ordinarie | ordinario | lavoro | normale uren | gewoon | gewerkt | werk | godziny normalne | normalne | praca | ordinarie | normaltid | arbete | normal calisma | normal mesai',
  ),
  overtime: phrases(
    'overtime | ot | o/t | overtime 1.5 | overtime 2.0 | ot1.5 | ot2 | double time | dt | time and a half | uberstunden | mehrarbeit | uberstunde | heures supplementaires | heures sup | hs | horas extra | horas extras | extra | horas extraordinarias | straordinario | straordinari | ore straordinarie | overuren | overwerk | nadgodziny | overtid | overtidsarbete | fazla mesai | fazla calisma',
  ),
  absenceUnplanned: phrases(
    'absence | absent | sick | sick leave | sickness | illness | unexcused | unexcused absence | no show | unpaid absence | injury | sick time | krank | krankheit | krankmeldung | fehlzeit | unentschuldigt | maladie | arret maladie | absence injustifiee | absence non justifiee | enfermedad | baja | baja medica | ausencia | ausencia injustificada | doenca | atestado | falta | falta injustificada | malattia | assenza | assenza ingiustificata | ziekte | ziek | verzuim | afwezig | choroba | zwolnienie lekarskie | nieobecnosc | nieobecnosc nieusprawiedliwiona | sjuk | sjukfranvaro | sjukdom | franvaro | hastalik | hastalik izni | raporlu | devamsizlik',
  ),
  absencePlanned: phrases(
    'vacation | annual leave | pto | paid time off | leave | personal leave | maternity | paternity | parental leave | jury duty | bereavement | unpaid leave | vac | urlaub | jahresurlaub | sonderurlaub | elternzeit | mutterschutz | unbezahlter urlaub | conges | conge | conges payes | cp | rtt | conge maternite | conge parental | vacaciones | permiso | licencia | ferias | licenca | ferie | permesso | congedo | vakantie | verlof | ouderschapsverlof | urlop | urlop wypoczynkowy | urlop macierzynski | semester | ledighet | tjanstledig | foraldraledig | izin | yillik izin | ucretli izin | dogum izni',
  ),
  training: phrases(
    'training | trng | education | course | schulung | weiterbildung | fortbildung | formation | formacion | capacitacion | formacao | treinamento | formazione | addestramento | opleiding | training uren | szkolenie | utbildning | egitim',
  ),
  holiday: phrases(
    'holiday | public holiday | bank holiday | statutory holiday | hol | feiertag | jour ferie | ferie | festivo | feriado | festivita | feestdag | swieto | helgdag | roda dagar | resmi tatil | bayram',
  ),
} as const;
