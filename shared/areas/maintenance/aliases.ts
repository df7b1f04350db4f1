/** How CMMS exports and plants' own lists head the columns of work orders. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const orderAliases = phrases(
  'work order | work order number | wo | wo number | wonum | work order no | workorder | job number | job order | order | order number | ticket | ticket number | task number | maintenance order | job',
  'arbeitsauftrag | arbeitsauftragsnummer | auftrag | auftragsnummer | instandhaltungsauftrag | instandhaltungsauftragsnummer | ih auftrag | wartungsauftrag | auftragsnr',
  'ordre de travail | numero ordre de travail | numero d ordre | bon de travail | ot | bt | numero ot | ordre | intervention | demande d intervention',
  'orden de trabajo | numero de orden | orden | ot numero | numero orden de trabajo | codigo de orden | orden de mantenimiento',
  'ordem de trabalho | ordem de servico | os | numero da ordem | ordem | numero os | ordem de manutencao',
  'ordine di lavoro | numero ordine | odl | ordine | ordine di manutenzione | numero odl',
  'werkorder | werkordernummer | werkbon | werkbonnummer | opdracht | opdrachtnummer | werkopdracht | ordernummer',
  'zlecenie | numer zlecenia | zlecenie pracy | zlecenie robocze | nr zlecenia | zlecenie naprawy',
  'arbetsorder | arbetsordernummer | ao nummer | order | ordernummer | arbetsordernr',
  'is emri | is emri no | is emri numarasi | is emri kodu | emir no | siparis no',
  'id',
  'n ordine',
);

export const titleAliases = phrases(
  'title | subject | work order title | summary | short text | original short text | shorttext | original shorttext | work order name | task | task name | job title | headline | wo title | short description',
  'titel | betreff | kurztext | kurzbeschreibung | auftragstitel | aufgabe | titre | objet | libelle | intitule | texte court | titulo | asunto | titulo de la orden | texto breve | resumen',
  'titulo da ordem | assunto | resumo | titolo | oggetto | testo breve | onderwerp | korte tekst | korte omschrijving | tytul | temat | krotki opis | rubrik | amne | korttext | baslik | konu | is emri basligi',
);

export const descriptionAliases = phrases(
  'description | details | work description | job description | long text | work order description | problem description | wo description | problem | comments | work requested | fault description | issue',
  'beschreibung | langtext | auftragsbeschreibung | fehlerbeschreibung | bemerkung | description du travail | description de la panne | texte long | details',
  'descripcion | descripcion del trabajo | detalle | detalles | texto largo | descricao | descricao do servico | detalhes | descrizione | descrizione lavoro | dettagli | omschrijving | beschrijving | werkomschrijving',
  'opis | opis pracy | opis zlecenia | szczegoly | opis usterki | beskrivning | arbetsbeskrivning | felbeskrivning | aciklama | tanim | is tanimi | detay',
  'descriptif',
);

export const statusAliases = phrases(
  'status | work order status | wo status | state | order status | job status | system status | current status | ticket status | user status',
  'auftragsstatus | zustand | anwenderstatus | systemstatus | statut | etat | statut de l ordre | estado | estado de la orden | estatus | situacion | situacao | estado da ordem | stato | stato ordine',
  'orderstatus | stan | status zlecenia | arbetsorderstatus | durum | durumu | is emri durumu',
);

export const workTypeAliases = phrases(
  'work type | work order type | wo type | worktype | maintenance type | order type | type of work | job type | type | maint. type | activity type | maintenance category',
  'auftragsart | arbeitstyp | arbeitsart | instandhaltungsart | wartungsart | art | typ | type de travail | type d intervention | type de maintenance | type d ordre | nature de l intervention',
  'tipo de trabajo | tipo de mantenimiento | tipo de orden | tipo | clase de orden | tipo de manutencao | tipo de servico | tipo de ordem | tipo de trabalho | tipo di lavoro | tipo di manutenzione | tipo manutenzione | tipo ordine | tipo intervento',
  'soort onderhoud | type onderhoud | werktype | type werk | soort werk | ordertype | typ pracy | rodzaj pracy | typ zlecenia | rodzaj konserwacji | arbetstyp | underhallstyp | typ av arbete | is turu | bakim turu | is tipi | is emri turu | is emri tipi',
);

export const priorityAliases = phrases(
  'priority | prio | priority level | wopriority | urgency | prioritat | dringlichkeit | priorite | urgence | niveau de priorite | prioridad | urgencia | prioridade | priorita | urgenza',
  'prioriteit | urgentie | priorytet | pilnosc | prioritet | oncelik | aciliyet | oncelik seviyesi',
);

export const workAssetAliases = phrases(
  'asset | asset number | assetnum | asset code | equipment | equipment number | equipment code | machine | machine number | unit number | equipment id | tag number',
  'anlage | anlagennummer | anlagen nr | equipment nummer | maschine | maschinennummer | betriebsmittel | betriebsmittelnummer | inventarnummer | anlagencode',
  'equipement | code equipement | numero equipement | machine | actif | code machine | numero de machine | equipo | codigo de equipo | numero de equipo | activo | codigo de activo | maquina | codigo de maquina | id equipo | id activo',
  'equipamento | codigo do equipamento | ativo | codigo do ativo | maquina | impianto | codice impianto | macchina | codice macchina | attrezzatura | cespite | codice cespite | apparecchiatura | id asset',
  'installatie | machinenummer | apparaat | equipmentnummer | objectnummer | urzadzenie | numer urzadzenia | kod urzadzenia | maszyna | numer maszyny | srodek trwaly | utrustning | utrustningsnummer | maskin | maskinnummer | tillgang | anlaggning',
  'varlik | varlik no | varlik kodu | ekipman | ekipman kodu | ekipman no | makine | makine no | makine kodu | demirbas no | anlagen id | asset id | activum | zasob | activumnummer',
);

export const workAssetNameAliases = phrases(
  'asset name | equipment name | asset description | equipment description | machine name | name of asset | anlagenname | anlagenbezeichnung | maschinenname | maschinenbezeichnung | equipmentbezeichnung | bezeichnung anlage | anlage name',
  'nom de l equipement | nom equipement | nom de la machine | designation equipement | description equipement | nom de l actif | nombre del equipo | nombre equipo | nombre del activo | nombre activo | nombre de la maquina | descripcion del equipo | nombre de activo | nombre de equipo',
  'nome do equipamento | nome do ativo | nome da maquina | descricao do equipamento | nome ativo | nome equipamento | nome impianto | nome macchina | nome asset | nome dell asset | descrizione impianto | nome cespite | nome attrezzatura | descrizione macchina',
  'naam installatie | machinenaam | equipmentnaam | naam machine | naam asset | assetnaam | naam activum | omschrijving installatie | nazwa urzadzenia | nazwa maszyny | opis urzadzenia | nazwa zasobu | nazwa srodka trwalego | utrustningsnamn | maskinnamn | namn pa utrustning | tillgangsnamn | anlaggningsnamn',
  'varlik adi | ekipman adi | makine adi | varlik tanimi | ekipman tanimi',
);

export const locationAliases = phrases(
  'location | location name | site | area | building | functional location | functional loc. | func. loc. | func loc | place | plant area | room | zone',
  'standort | ort | standortname | technischer platz | bereich | gebaude | einsatzort | name des standorts | emplacement | nom de l emplacement | lieu | localisation | zone | site | batiment | poste technique',
  'ubicacion | nombre de la ubicacion | nombre de ubicacion | lugar | zona | edificio | ubicacion tecnica | localizacion | localizacao | local | nome do local | area | edificio | local de instalacao | nome da localizacao',
  'ubicazione | luogo | posizione | nome posizione | sede | reparto | sede tecnica | nome ubicazione | nome della posizione | nome luogo | locatie | plaats | gebouw | functieplaats | naam locatie | locatienaam',
  'lokalizacja | miejsce | nazwa lokalizacji | budynek | obszar | hala | plats | placering | byggnad | platsnamn | omrade | lokal | konum | yer | yer adi | lokasyon | bina | alan | konum adi | lokasyon adi',
  'site location | emplazamiento',
);

export const lineAliases = phrases(
  'line | production line | line code | linie | produktionslinie | fertigungslinie | anlagenlinie | ligne | ligne de production | linea | linea de produccion | linha | linha de producao | linea di produzione',
  'lijn | productielijn | linia | linia produkcyjna | produktionslinje | hat | uretim hatti',
);

export const craftAliases = phrases(
  'craft | trade | team | team name | crew | work group | main workctr | main work center | main work ctr | work center | workcenter | discipline | skill | department | workshop',
  'gewerk | team | teamname | arbeitsgruppe | werkstatt | verantwortlicher arbeitsplatz | arbeitsplatz | abteilung | metier | equipe | nom de l equipe | corps de metier | atelier | service',
  'oficio | equipo de trabajo | nombre del equipo de trabajo | especialidad | taller | grupo de trabajo | departamento | cuadrilla | especialidade | equipe | nome da equipe | oficina | squadra | nome squadra | specializzazione | officina | nome del team | reparto manutenzione',
  'vakgebied | ploeg | team | teamnaam | werkplaats | naam team | zespol | brygada | nazwa zespolu | warsztat | specjalnosc | yrkesgrupp | lag | lagnamn | verkstad | arbetslag | teamnamn | ekip | ekip adi | takim | atolye | takim adi',
);

export const assignedToAliases = phrases(
  'assigned to | assignee | technician | assigned technician | technician name | responsible | lead | owner | mechanic | primary user | primary worker | worker | assigned user | performed by | craftsman | person responsible | engineer | responsible person',
  'zugewiesen an | zugewiesen | techniker | verantwortlich | verantwortlicher | bearbeiter | zustandig | mitarbeiter | monteur | mechaniker | hauptbearbeiter | assigne a | attribue a | technicien | responsable | intervenant | travailleur principal | affecte a | executant',
  'asignado a | asignado | tecnico | responsable | encargado | tecnico asignado | mecanico | usuario principal | atribuido a | tecnico | responsavel | mecanico | designado a | executante | assegnato a | tecnico | responsabile | esecutore | meccanico | operatore | tecnico assegnato | manutentore',
  'toegewezen aan | technicus | verantwoordelijke | monteur | uitvoerder | toegewezen | przypisany do | przypisane do | technik | odpowiedzialny | wykonawca | mechanik | przydzielono | osoba odpowiedzialna | tilldelad | tilldelad till | tekniker | ansvarig | mekaniker | utforare',
  'atanan | atanan kisi | teknisyen | sorumlu | birincil isci | gorevli | sorumlu kisi | atanan teknisyen',
);

export const createdAliases = phrases(
  'created | date created | created date | created on | creation date | created at | reported date | report date | reportdate | reported on | requested date | request date | opened | open date | date opened | opened on | opened at | raised | date raised | notif.date | notification date | entered date | order date | logged | date logged | submitted | wo date | date reported | raised on | requested on | date requested | issue date',
  'erstellt | erstellt am | erstelldatum | erstellungsdatum | angelegt am | anlagedatum | eroffnet am | meldedatum | gemeldet am | eroffnungsdatum | auftragsdatum | erfasst am | erfassungsdatum',
  'cree | cree le | date de creation | date creation | date d ouverture | ouvert le | date de demande | signale le | date de signalement | emis le | date demission',
  'creado | creado el | fecha de creacion | fecha creacion | fecha de apertura | fecha de solicitud | fecha de reporte | fecha de alta | fecha apertura | abierto el | fecha de emision | reportado el',
  'criado | criado em | data de criacao | data criacao | data de abertura | data da solicitacao | aberto em | data de emissao | data abertura',
  'creato | creato il | data creazione | data di creazione | data apertura | data di apertura | data richiesta | aperto il | data segnalazione | data inserimento',
  'aangemaakt | aangemaakt op | aanmaakdatum | datum aangemaakt | meldingsdatum | gemeld op | openingsdatum | gemaakt op | datum van aanmaak | creatiedatum | invoerdatum',
  'utworzono | data utworzenia | data zgloszenia | zgloszono | data otwarcia | data rejestracji | utworzone | data wystawienia',
  'skapad | skapad datum | skapat | skapandedatum | skapad den | rapporterad | registrerad | oppnad | anmald | skapades | registreringsdatum',
  'olusturulma tarihi | olusturma tarihi | acilis tarihi | talep tarihi | bildirim tarihi | kayit tarihi | olusturuldu | acilma tarihi | yaratilma tarihi',
  'date | datum | fecha | data | tarih',
);

export const dueAliases = phrases(
  'due date | due | deadline | target date | required end | required by | due by | basic fin. date | basic finish date | bas. finish | target finish | targcompdate | target completion | target completion date | finish by | scheduled finish | planned finish | needed by | due on | date due | expected completion | scheduled end date | planned end',
  'fallig | fallig am | falligkeitsdatum | falligkeit | termin | zieltermin | endtermin | eckendtermin | solltermin | frist | zieldatum | fertigstellungstermin | geplantes ende | bis wann',
  'date d echeance | echeance | date limite | a faire avant | date cible | date prevue | date de fin prevue | date butoir | a terminer avant | delai',
  'fecha de vencimiento | vencimiento | fecha limite | fecha objetivo | plazo | fecha prevista | fecha de entrega | fecha fin prevista | vence | fecha compromiso',
  'data de vencimento | vencimento | prazo | data limite | data prevista | data alvo | data de entrega | prazo final | data fim prevista',
  'data di scadenza | scadenza | data scadenza | termine | data prevista | entro il | data obiettivo | data fine prevista | data limite',
  'vervaldatum | deadline | uiterste datum | streefdatum | einddatum gepland | gereed voor | uiterlijk | gepland einde | vervalt op',
  'termin | data terminu | termin wykonania | termin realizacji | data wymagana | planowane zakonczenie | wymagany termin | data wymagalnosci | termin zakonczenia',
  'forfallodatum | forfaller | slutdatum planerat | maldatum | senast klar | klart senast | deadline | planerat slut | onskat slutdatum | sista datum',
  'son tarih | bitis tarihi planlanan | vade tarihi | termin tarihi | hedef tarih | teslim tarihi | planlanan bitis | son teslim tarihi | bitmesi gereken tarih',
);

export const startedAliases = phrases(
  'started | start date | actual start | actual start date | actstart | started on | started at | work started | start | date started | begin | actual release | start time | began',
  'begonnen | begonnen am | startdatum | iststart | ist beginn | start | gestartet am | beginn | tatsachlicher beginn | gestartet | arbeitsbeginn',
  'debut | commence le | date de debut | debut reel | date de debut reelle | demarre le | inicio | fecha de inicio | inicio real | iniciado | fecha inicio | iniciado el | fecha de inicio real',
  'data de inicio | inicio real | iniciado em | data inicio | inizio | data inizio | inizio effettivo | iniziato il | avviato il | data di inizio',
  'gestart | gestart op | startdatum | werkelijke start | begin | rozpoczeto | data rozpoczecia | poczatek | rzeczywiste rozpoczecie | start | startad | startdatum | paborjad | faktisk start | startad den',
  'baslangic | baslangic tarihi | baslama tarihi | gercek baslangic | baslandi | baslatildi',
);

export const completedAliases = phrases(
  'completed | completed on | completed date | completion date | completed at | date completed | finished | finish date | finished on | actual finish | actual finish date | act. finish | actl. finish | actfinish | completn date | closed | closed date | closed on | date closed | teco date | done on | end date | resolved | resolved date | actual end | actual completion date | actual completion | done date | finish | work completed | closed at',
  'erledigt | erledigt am | abgeschlossen | abgeschlossen am | fertig am | abschlussdatum | ist ende | istende | fertigstellungsdatum | geschlossen am | beendet am | fertiggestellt am | enddatum | erledigungsdatum | tatsachliches ende | ruckmeldedatum',
  'termine | termine le | acheve le | date de fin | date d achevement | cloture le | date de cloture | fin reelle | date de fin reelle | fini le | date de realisation | realise le',
  'completado | completado el | fecha de finalizacion | fecha de cierre | finalizado | terminado | terminado el | cerrado el | fecha fin | fecha de terminacion | fin real | fecha completado | fecha de completado | finalizado el',
  'concluido | concluido em | data de conclusao | data de encerramento | finalizado em | encerrado em | data fim | data conclusao | terminado em | data de termino | data de fechamento',
  'completato | completato il | data completamento | data di completamento | data chiusura | chiuso il | data fine | fine effettiva | terminato il | data di chiusura | concluso il | ultimato il | data fine effettiva',
  'voltooid | voltooid op | gereed | gereed op | gereeddatum | afgerond op | afgesloten op | sluitingsdatum | voltooiingsdatum | werkelijk einde | datum gereed | afgerond | einddatum | datum voltooid | datum afgerond',
  'zakonczono | data zakonczenia | ukonczono | data ukonczenia | zamknieto | data zamkniecia | wykonano | data wykonania | zakonczone | rzeczywiste zakonczenie',
  'slutford | slutfort | fardig | klar | avslutad | avslutad datum | slutdatum | fardigdatum | avslutsdatum | stangd | slutford datum | slutfort datum | klardatum | slutford den | faktiskt slut',
  'tamamlandi | tamamlanma tarihi | bitis tarihi | kapanis tarihi | tamamlama tarihi | kapatma tarihi | bitirilme tarihi | tamamlanan tarih | gercek bitis',
);

export const estimatedAliases = phrases(
  'estimated hours | est duration | estimated duration | estdur | est dur | est hours | est. hours | estlabhrs | estimated time | planned hours | planned labor | planned labor hours | estimated labor hours | est. labor hours | est labor hrs | planned work | planned duration | estimated labor | estimate | work estimate',
  'geschatzte stunden | geschatzte dauer | geplante stunden | planstunden | geplante dauer | sollstunden | geplante arbeit | aufwand geplant | dauer geschatzt | geschatzter aufwand | geschatzte zeit | plan stunden',
  'heures estimees | duree estimee | temps estime | heures prevues | duree prevue | charge prevue | temps prevu | duree estimative | heures planifiees',
  'horas estimadas | duracion estimada | tiempo estimado | horas previstas | duracion prevista | horas planificadas | tiempo previsto | horas planeadas',
  'duracao estimada | tempo estimado | horas planejadas | duracao prevista | horas planeadas | tempo previsto | duracao planejada',
  'ore stimate | durata stimata | ore previste | tempo stimato | durata prevista | ore pianificate | stima ore | ore preventivate',
  'geschatte uren | geschatte duur | geplande uren | verwachte duur | geplande duur | geraamde uren | geschatte tijd',
  'szacowany czas | szacowane godziny | planowane godziny | szacunkowy czas | planowany czas | szacowany czas trwania | pracochlonnosc planowana | szacowana liczba godzin | przewidywany czas',
  'beraknad tid | uppskattade timmar | planerade timmar | beraknade timmar | uppskattad tid | beraknad tidsatgang | uppskattad varaktighet | beraknad varaktighet | planerad tid',
  'tahmini sure | tahmini saat | planlanan saat | planlanan sure | ongorulen sure | tahmini calisma saati | tahmini is saati',
);

export const laborAliases = phrases(
  'labor hours | labour hours | actual hours | actual labor hours | actual labour hours | actlabhrs | hours worked | work hours | time spent | actual work | hours | act. labor hours | total labor hours | man hours | actual duration | actual time | total hours',
  'arbeitsstunden | iststunden | ist stunden | aufgewendete stunden | geleistete stunden | istarbeit | arbeitszeit | tatsachliche stunden | stunden | aufwand ist | ist arbeit',
  'heures de travail | heures reelles | temps passe | heures passees | duree reelle | heures main d oeuvre | heures travaillees | temps reel | heures',
  'horas de trabajo | horas reales | horas trabajadas | tiempo empleado | horas hombre | tiempo real | horas',
  'horas de trabalho | horas trabalhadas | tempo gasto | horas homem | tempo real | ore di lavoro | ore effettive | ore lavorate | tempo impiegato | ore uomo | ore manodopera | ore',
  'gewerkte uren | werkelijke uren | bestede uren | arbeidsuren | bestede tijd | manuren | uren | roboczogodziny | godziny pracy | przepracowane godziny | rzeczywiste godziny | czas pracy | godziny rzeczywiste',
  'arbetade timmar | faktiska timmar | arbetstimmar | nedlagd tid | arbetstid | faktisk tid | timmar | calisma saati | iscilik saati | gercek saat | harcanan sure | gerceklesen saat | calisilan saat | adam saat | is saati',
);

export const workDowntimeAliases = phrases(
  'downtime minutes | downtime | downtime duration | equipment downtime | breakdown duration | breakdown dur. | stop time | machine downtime | outage duration | asset downtime',
  'stillstandszeit | ausfallzeit | ausfalldauer | stillstand | storungsdauer | anlagenstillstand | temps d arret | duree d arret | arret machine | duree de panne | indisponibilite',
  'tiempo de inactividad | tiempo de parada | parada | tiempo de paro | duracion de parada | tempo de parada | tempo de inatividade | parada de maquina | tempo di fermo | fermo macchina | durata fermo | fermo | tempo di inattivita',
  'stilstand | stilstandtijd | uitvaltijd | stilstandsduur | przestoj | czas przestoju | postoj | stillestandstid | stopptid | driftstopp | durus suresi | durus | ariza suresi',
);

export const costAliases = phrases(
  'cost | total cost | actual cost | total costs | total act.costs | actual costs | work order cost | wo cost | costs | maintenance cost | total actual costs | act. costs',
  'kosten | gesamtkosten | istkosten | auftragskosten | cout | cout total | couts | cout reel | cout de l intervention | coste | costo | coste total | costo total | costo real | coste real | custo | custo total | custo real',
  'costo totale | costo effettivo | costi | totale kosten | werkelijke kosten | koszt | koszt calkowity | koszty | koszt rzeczywisty | kostnad | total kostnad | kostnader | faktisk kostnad | maliyet | toplam maliyet | gercek maliyet',
);
