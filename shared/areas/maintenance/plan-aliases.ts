/** How preventive plans, and the planning columns of work orders, are headed. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const planAliases = phrases(
  'plan | maintenance plan | maintenance plan number | mntplan | maint. plan | pm number | pmnum | pm id | pm no | pm code | preventive maintenance number | schedule number | maintenance schedule | template id | wartungsplan | wartungsplannummer | plan de maintenance | plan d entretien | numero de plan | plan de mantenimiento | numero de plan | codigo de plan',
  'plano | plano de manutencao | numero do plano | codigo do plano | piano di manutenzione | piano | numero piano | codice piano | onderhoudsplan | onderhoudsplannummer | plannummer | plan konserwacji | plan przegladow | numer planu | underhallsplan | underhallsplan nummer | plannummer | bakim plani | bakim plani no | plan no',
);

export const planTitleAliases = phrases(
  'plan name | pm name | title | description | task | pm description | plan description | maintenance item | bezeichnung | planbezeichnung | tatigkeit | aufgabe | designation | libelle | tache | intitule | descripcion | tarea | nombre del plan | titulo | descricao | tarefa | nome do plano | descrizione | attivita | nome piano | omschrijving | taak | naam | opis | zadanie | nazwa | nazwa planu | beskrivning | uppgift | benamning | aciklama | gorev | plan adi | baslik',
);

export const planAssetAliases = phrases(
  'asset | asset id | asset number | assetnum | equipment | equipment number | functional location | functional loc. | machine | anlage | equipment | equipmentnummer | technischer platz | maschine | equipement | machine | poste technique | equipo | maquina | activo | ubicacion tecnica | equipamento | maquina | ativo | impianto | macchina | cespite | installatie | machine | objekt | urzadzenie | maszyna | obiekt | utrustning | maskin | anlaggning | ekipman | makine | varlik',
);

export const planAssetNameAliases = phrases(
  'asset name | equipment name | equipment description | machine name | anlagenname | equipmentbezeichnung | nom de l equipement | nom de l actif | nombre del equipo | nombre del activo | nome do equipamento | nome do ativo | nome impianto | nome macchina | naam installatie | machinenaam | nazwa urzadzenia | nazwa maszyny | utrustningsnamn | maskinnamn | ekipman adi | makine adi | varlik adi',
);

export const frequencyAliases = phrases(
  'frequency | interval | cycle | recurrence | recurrence type | cycle text | period between | pm frequency | schedule | frequenz | intervall | turnus | zyklus | wartungsintervall | frequence | intervalle | periodicite | recurrence | frecuencia | intervalo | periodicidad | ciclo | frequencia | periodicidade | recorrencia | frequenza | intervallo | periodicita | frequentie | interval | cyclus | czestotliwosc | okres | cykl | interwal | frekvens | periodicitet | siklik | periyot | aralik | bakim periyodu',
);

export const intervalDaysAliases = phrases(
  'frequency days | interval days | every days | interval in days | cycle days | repeat days | intervall tage | intervall in tagen | turnus tage | intervalle jours | frequence en jours | intervalo dias | intervalo en dias | frecuencia en dias | intervalo em dias | frequencia em dias | intervallo giorni | frequenza in giorni | interval dagen | frequentie in dagen | interwal dni | czestotliwosc w dniach | intervall dagar | frekvens i dagar | aralik gun | siklik gun',
);

export const callNumberAliases = phrases(
  'call | call number | call no | abrufnummer | abruf | numero d appel | numero de llamada | llamada | numero da chamada | numero chiamata | oproepnummer | numer wywolania | anropsnummer | cagri no',
);

export const planDueAliases = phrases(
  'due | due date | next due | next due date | planned date | plan. date | plan date | next pm date | next date | scheduled date | call date | fallig am | nachste falligkeit | plandatum | geplantes datum | nachster termin | prochaine echeance | date d echeance | date planifiee | date prevue | prochaine date | proxima fecha | fecha de vencimiento | fecha planificada | fecha programada | proximo vencimiento',
  'proxima data | data de vencimento | data planejada | data programada | proximo vencimento | prossima scadenza | data scadenza | data pianificata | data programmata | volgende datum | vervaldatum | geplande datum | volgende vervaldatum | nastepny termin | termin | data planowana | planowana data | nasta datum | forfallodatum | planerat datum | sonraki tarih | sonraki bakim tarihi | planlanan tarih | vade tarihi',
);

export const planStartAliases = phrases(
  'starts on | start date | first date | start of cycle | plan start | startdatum | zyklusstart | commence le | date de debut | fecha de inicio | inicia el | data de inicio | comeca em | data inizio | inizia il | startdatum plan | data rozpoczecia | startar | startdag | baslangic tarihi',
);

export const planDoneAliases = phrases(
  'completed | completion date | completed on | last completed | date completed | last done | done on | actual date | erledigt am | abgeschlossen am | letzte durchfuhrung | zuletzt erledigt | termine le | realise le | derniere realisation | date de realisation | completado el | fecha de realizacion | ultima realizacion | realizado el | concluido em | realizado em | ultima realizacao | completato il | eseguito il | ultima esecuzione | uitgevoerd op | voltooid op | laatst uitgevoerd | wykonano | data wykonania | ostatnie wykonanie | utford | senast utford | slutford | tamamlanma tarihi | son yapilma tarihi | yapildigi tarih',
);

export const planOrderAliases = phrases(
  'work order | work order number | wo number | wonum | order | order/notif. | order notification | auftrag | auftragsnummer | ordre de travail | numero ot | ot | orden de trabajo | ordem de servico | ordem de trabalho | ordine di lavoro | odl | werkorder | werkbon | zlecenie | zlecenie pracy | arbetsorder | is emri | is emri no',
);

export const planStatusAliases = phrases('status | plan status | call status | planstatus | abrufstatus | statut | estado | situacao | stato | stan | durum');

export const planHoursAliases = phrases(
  'estimated hours | estimated duration | planned hours | est hours | estimated time | geplante stunden | geschatzte dauer | heures estimees | duree estimee | horas estimadas | duracion estimada | duracao estimada | ore stimate | durata stimata | geschatte uren | geschatte duur | szacowany czas | planowane godziny | beraknad tid | uppskattade timmar | tahmini sure | tahmini saat',
);

/** The planned begin of the work itself. */
export const scheduledStartAliases = phrases(
  'scheduled start | basic start date | bas. start date | bas. start | bsc start date | basic start | target start | targstartdate | schedstart | scheduled start date | planned start | planned start date | target start date | required start | req. start | eckstarttermin | starttermin | ecktermin start | geplanter beginn | geplanter start | planbeginn',
  'debut prevu | debut planifie | date de debut prevue | debut au plus tot | inicio previsto | inicio programado | inicio planificado | fecha de inicio prevista | inicio planejado | data de inicio prevista | inizio previsto | inizio pianificato | inizio programmato | data inizio prevista | geplande start | gepland begin | planowany start | planowane rozpoczecie | planerad start | planerat startdatum | planlanan baslangic | planlanan baslama',
  'eckstart',
);

export const orderTypeAliases = phrases(
  'order type | pm type | pm order type | work order type code | maintenance order type | type code | auftragsart | pm auftragsart | type d ordre | clase de orden | clase orden | tipo de ordem | classe de ordem | tipo ordine | ordersoort | ordertype | rodzaj zlecenia | typ zlecenia | ordertyp | siparis turu | emir turu',
);

/** A meter as it stood, in whatever the source counts. */
export const meterReadingAliases = phrases(
  'running time | meter | meter reading | smu | service meter | service meter reading | hour meter | odometer | counter reading | zahlerstand | releve compteur | compteur | lectura del medidor | horometro | leitura do medidor | horimetro | lettura contatore | contaore | meterstand | stan licznika | matarstallning | sayac degeri',
  'betriebsstunden | lectura del contador | contador | contatore',
);
