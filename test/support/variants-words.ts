/**
 * What plants call a column, in English and four more languages. Written from the trade's own vocabulary and never from the product's
 * lists of names: what nobody but us would think of proves nothing.
 */
export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'it';
export const tongues: readonly Tongue[] = ['en', 'de', 'fr', 'es', 'it'];

type Words = Readonly<Record<Tongue, readonly string[]>>;

function five(en: string, de: string, ...[fr, es, it]: readonly [string, string, string]): Words {
  const list = (text: string): string[] => text.split(' | ');
  return { en: list(en), de: list(de), fr: list(fr), es: list(es), it: list(it) };
}

export const columnWords = {
  order: five('WO # | Work Order No', 'Auftragsnummer | Auftrags-Nr.', "N° d'ordre | Numéro OT", 'Nº de orden | Orden de trabajo', 'Numero ordine | N. ordine'),
  title: five('Subject | Short Text', 'Titel | Kurztext', 'Titre | Objet', 'Título | Asunto', 'Titolo | Oggetto'),
  status: five('WO Status | State', 'Status | Zustand', 'Statut | État', 'Estado | Situación', 'Stato | Stato'),
  priority: five('Prio | Priority Level', 'Priorität | Prio', 'Priorité | Urgence', 'Prioridad | Prioridad', 'Priorità | Priorità'),
  description: five('Details | Long Text', 'Beschreibung | Langtext', 'Description | Descriptif', 'Descripción | Detalle', 'Descrizione | Dettagli'),
  due: five(
    'Due | Required By',
    'Fällig am | Fälligkeitsdatum',
    "Date d'échéance | Échéance",
    'Fecha de vencimiento | Fecha límite',
    'Scadenza | Data di scadenza',
  ),
  estimated: five(
    'Estimated Hours | Planned Hours',
    'Geschätzte Stunden | Planstunden',
    'Heures estimées | Heures prévues',
    'Horas estimadas | Horas previstas',
    'Ore stimate | Ore previste',
  ),
  location: five('Area | Site Location', 'Standort | Ort', 'Emplacement | Lieu', 'Ubicación | Emplazamiento', 'Ubicazione | Luogo'),
  assetName: five(
    'Equipment Name | Machine Name',
    'Anlagenname | Anlagenbezeichnung',
    "Nom de l'équipement | Désignation équipement",
    'Nombre del equipo | Nombre del activo',
    'Nome impianto | Nome macchina',
  ),
  asset: five('Equipment No | Asset #', 'Anlagen-Nr. | Anlage', 'N° équipement | Équipement', 'Equipo | Código de equipo', 'Impianto | Codice impianto'),
  completed: five(
    'Completion Date | Finished On',
    'Abgeschlossen am | Erledigt am',
    'Terminé le | Date de fin',
    'Fecha de cierre | Finalizado el',
    'Data chiusura | Completato il',
  ),
  created: five(
    'Created On | Date Raised',
    'Erstellt am | Erstelldatum',
    'Créé le | Date de création',
    'Fecha de creación | Creado el',
    'Data creazione | Creato il',
  ),
  technician: five('Technician | Assignee', 'Techniker | Zuständig', 'Technicien | Intervenant', 'Técnico | Responsable', 'Tecnico | Assegnato a'),
  workType: five(
    'WO Type | Work Type',
    'Auftragsart | Arbeitsart',
    'Type de maintenance | Type de travail',
    'Tipo de mantenimiento | Tipo de trabajo',
    'Tipo di manutenzione | Tipo lavoro',
  ),
  orderType: five(
    'Order Type | Order type',
    'Auftragsart | AufArt',
    "Type d'ordre | Type d'OT",
    'Clase de orden | Tipo de orden',
    'Tipo ordine | Tipo di ordine',
  ),
  start: five(
    'Scheduled Start | Basic Start',
    'Eckstart | Geplanter Beginn',
    'Début prévu | Date de début',
    'Inicio programado | Fecha de inicio',
    'Inizio previsto | Data di inizio',
  ),
  cost: five('Total Cost | Costs', 'Kosten | Gesamtkosten', 'Coût | Coût total', 'Coste | Coste total', 'Costo | Costo totale'),
  counter: five(
    'Meter Reading | Counter Reading',
    'Zählerstand | Betriebsstunden',
    'Relevé compteur | Compteur',
    'Lectura del contador | Contador',
    'Lettura contatore | Contatore',
  ),
  machine: five('Machine No | Machine', 'Maschinen-Nr. | Maschine', 'N° machine | Machine', 'Máquina | Nº de máquina', 'Macchina | Codice macchina'),
  output: five(
    'Qty Produced | Quantity Produced',
    'Ausbringung | Produzierte Menge',
    'Quantité produite | Production',
    'Cantidad producida | Producción',
    'Quantità prodotta | Produzione',
  ),
  runHours: five(
    'Run Time (h) | Running Hours',
    'Laufzeit (h) | Laufzeit [Std]',
    'Temps de marche (h) | Durée de marche (h)',
    'Tiempo de marcha (h) | Horas de marcha',
    'Tempo di marcia (h) | Ore di marcia',
  ),
  downMinutes: five(
    'Downtime (min) | Stop Time [min]',
    'Stillstand (min) | Stillstandszeit [min]',
    "Temps d'arrêt (min) | Arrêts (min)",
    'Tiempo de parada (min) | Paradas (min)',
    'Fermo (min) | Tempo di fermo [min]',
  ),
  downHours: five(
    'Downtime (h) | Stop Time [h]',
    'Stillstand (h) | Stillstandszeit [h]',
    "Temps d'arrêt (h) | Arrêts (h)",
    'Tiempo de parada (h) | Paradas (h)',
    'Fermo (h) | Tempo di fermo [h]',
  ),
  date: five('Day | Report Date', 'Datum | Tag', 'Date | Jour', 'Fecha | Día', 'Data | Giorno'),
  time: five('Timestamp | Date/Time', 'Zeitstempel | Datum/Uhrzeit', 'Horodatage | Date/heure', 'Fecha y hora | Marca de tiempo', 'Data e ora | Data/ora'),
  account: five('Account No | GL Account', 'Konto | Sachkonto', 'Compte | N° de compte', 'Cuenta | Cuenta contable', 'Conto | Codice conto'),
  accountName: five(
    'Account Name | Account Title',
    'Kontobezeichnung | Kontoname',
    'Libellé du compte | Intitulé du compte',
    'Nombre de la cuenta | Denominación',
    'Descrizione conto | Nome conto',
  ),
  debit: five('Debit | Debit Amount', 'Soll | Sollbetrag', 'Débit | Montant débit', 'Debe | Cargo', 'Dare | Importo dare'),
  credit: five('Credit | Credit Amount', 'Haben | Habenbetrag', 'Crédit | Montant crédit', 'Haber | Abono', 'Avere | Importo avere'),
  budget: five(
    'Planned Amount | Budget Amount',
    'Plankosten | Budget',
    'Montant budgété | Budget',
    'Presupuesto | Importe presupuestado',
    'Importo a budget | Budget',
  ),
  actual: five('Actual Cost | Actuals', 'Istkosten | Ist', 'Coût réel | Montant réel', 'Coste real | Importe real', 'Costo effettivo | Consuntivo'),
  amount: five('Amount | Value', 'Betrag | Wert', 'Montant | Valeur', 'Importe | Valor', 'Importo | Valore'),
  posted: five(
    'Posting Date | Pstng Date',
    'Buchungsdatum | Buch.dat.',
    'Date comptable | Date de comptabilisation',
    'Fecha contable | Fecha de contabilización',
    'Data registrazione | Data di registrazione',
  ),
  document: five('Document No | Doc. No.', 'Belegnummer | Beleg-Nr.', 'N° de pièce | Pièce', 'Nº de documento | Asiento', 'Numero documento | N. documento'),
  text: five('Text | Line Description', 'Buchungstext | Text', 'Libellé | Texte', 'Concepto | Texto', 'Testo | Causale'),
  costCenter: five(
    'Cost Centre | Cost Center',
    'Kostenstelle | KSt',
    'Centre de coûts | Centre de coût',
    'Centro de coste | Centro de costos',
    'Centro di costo | CdC',
  ),
  name: five('Asset Name | Name', 'Bezeichnung | Name', 'Nom | Désignation', 'Nombre | Denominación', 'Nome | Denominazione'),
  parent: five(
    'Parent Equipment | Parent',
    'Übergeordnete Anlage | Übergeordnet',
    'Équipement parent | Parent',
    'Equipo superior | Activo padre',
    'Impianto padre | Asset padre',
  ),
  maker: five('Manufacturer | Make', 'Hersteller | Fabrikat', 'Fabricant | Marque', 'Fabricante | Marca', 'Costruttore | Marca'),
  model: five('Model No | Model', 'Modell | Modell-Nr.', 'Modèle | N° de modèle', 'Modelo | Modelo', 'Modello | Modello'),
  serial: five(
    'Serial No. | S/N',
    'Seriennummer | Serien-Nr.',
    'N° de série | Numéro de série',
    'Número de serie | Nº de serie',
    'Numero di serie | Matricola',
  ),
  category: five('Asset Type | Class', 'Kategorie | Klasse', 'Catégorie | Famille', 'Categoría | Familia', 'Categoria | Famiglia'),
  employee: five('Emp No | Badge No', 'Personalnummer | Pers.-Nr.', 'Matricule | N° salarié', 'Nº empleado | Código de empleado', 'Matricola | N. dipendente'),
  employeeName: five('Employee Name | Full Name', 'Name | Mitarbeiter', 'Nom du salarié | Nom', 'Nombre del empleado | Nombre', 'Nome dipendente | Nominativo'),
  department: five('Dept | Department Name', 'Abteilung | Bereich', 'Service | Département', 'Departamento | Sección', 'Reparto | Dipartimento'),
  role: five('Job Title | Position', 'Funktion | Tätigkeit', 'Poste | Fonction', 'Puesto | Cargo', 'Mansione | Ruolo'),
  shift: five('Shift Name | Shift Code', 'Schicht | Schicht', 'Équipe | Poste', 'Turno | Turno', 'Turno | Turno'),
  hours: five(
    'Regular Hours | Hours Worked',
    'Geleistete Stunden | Normalstunden',
    'Heures travaillées | Heures normales',
    'Horas trabajadas | Horas ordinarias',
    'Ore lavorate | Ore ordinarie',
  ),
  overtime: five(
    'OT Hours | Overtime',
    'Überstunden | Mehrarbeit (h)',
    'Heures supplémentaires | Heures sup.',
    'Horas extra | Horas extraordinarias',
    'Ore straordinario | Straordinari',
  ),
  item: five(
    'Item No | Material No',
    'Materialnummer | Artikel-Nr.',
    'Code article | Référence article',
    'Código de artículo | Material',
    'Codice articolo | Materiale',
  ),
  itemName: five(
    'Item Description | Part Description',
    'Materialkurztext | Artikelbezeichnung',
    'Désignation article | Libellé article',
    'Descripción del artículo | Texto material',
    'Descrizione articolo | Descrizione materiale',
  ),
  unit: five('UoM | Unit', 'ME | Mengeneinheit', 'Unité | UM', 'Unidad de medida | UM', 'Unità di misura | UM'),
  stock: five('On Hand | Stock Qty', 'Bestand | Lagerbestand', 'Stock | Quantité en stock', 'Existencias | Stock', 'Giacenza | Esistenza'),
  available: five(
    'Available Qty | Available',
    'Verfügbarer Bestand | Verfügbar',
    'Stock disponible | Disponible',
    'Stock disponible | Disponible',
    'Giacenza disponibile | Disponibile',
  ),
  bin: five('Bin | Storage Bin', 'Lagerplatz | Lagerfach', 'Emplacement de stock | Casier', 'Ubicación | Posición', 'Ubicazione | Scaffale'),
  batch: five('Batch No | Lot No', 'Charge | Chargennummer', 'Lot | N° de lot', 'Lote | Nº de lote', 'Lotto | Numero lotto'),
  price: five('Unit Price | Unit Cost', 'Stückpreis | Preis', 'Prix unitaire | Prix', 'Precio unitario | Precio', 'Prezzo unitario | Prezzo'),
  minimum: five('Min Qty | Minimum Stock', 'Mindestbestand | Min', 'Stock minimum | Mini', 'Stock mínimo | Mínimo', 'Scorta minima | Minimo'),
  maximum: five('Max Qty | Maximum Stock', 'Höchstbestand | Max', 'Stock maximum | Maxi', 'Stock máximo | Máximo', 'Scorta massima | Massimo'),
  year: five('FY | Fiscal Year', 'Geschäftsjahr | Jahr', 'Exercice | Année fiscale', 'Ejercicio | Año fiscal', 'Esercizio | Anno fiscale'),
  type: five('Account Type | Type', 'Kontoart | Art', 'Type de compte | Nature', 'Tipo de cuenta | Clase', 'Tipo conto | Natura'),
  supplier: five(
    'Supplier | Vendor Name',
    'Lieferant | Kreditor',
    'Fournisseur | Nom du fournisseur',
    'Proveedor | Nombre del proveedor',
    'Fornitore | Nome fornitore',
  ),
  info: five(
    'Additional Info | Extra Information',
    'Zusatzinformation | Weitere Angaben',
    'Informations complémentaires | Autres informations',
    'Información adicional | Otros datos',
    'Informazioni aggiuntive | Altre informazioni',
  ),
  mainUser: five(
    'Primary User | Main Worker',
    'Hauptverantwortlicher | Hauptbenutzer',
    'Travailleur principal | Utilisateur principal',
    'Usuario principal | Trabajador principal',
    'Utente principale | Lavoratore principale',
  ),
  zone: five('Zone | Area', 'Zone | Zone', 'Zone | Zone', 'Zona | Área', 'Zona | Area'),
  store: five('Storage location | Store', 'Lagerort | Lager', 'Magasin | Dépôt', 'Almacén | Almacén', 'Magazzino | Deposito'),
  inspected: five(
    'Qty Inspected | Tested',
    'Geprüfte Menge | Prüfmenge',
    'Quantité contrôlée | Contrôlés',
    'Cantidad inspeccionada | Inspeccionadas',
    'Quantità controllata | Controllati',
  ),
} as const satisfies Record<string, Words>;

export type Concept = keyof typeof columnWords;

/** How totals, footers and titles are labelled. */
export const rowWords: Readonly<Record<Tongue, { totals: readonly string[]; subtotal: (group: string) => string; titles: readonly string[]; footer: string }>> =
  {
    en: {
      totals: ['Total', 'Grand Total', 'Sum', 'TOTALS:'],
      subtotal: (group) => `${group} Total`,
      titles: ['Plant report', 'Printed on 22 Nov 2026'],
      footer: 'End of report - page 1 of 1',
    },
    de: {
      totals: ['Gesamtsumme', 'Summe', 'Gesamtergebnis', 'Insgesamt'],
      subtotal: () => 'Zwischensumme',
      titles: ['Werksbericht', 'Gedruckt am 22.11.2026'],
      footer: 'Seite 1 von 1',
    },
    fr: {
      totals: ['Total général', 'Total', 'Somme', 'Totaux'],
      subtotal: () => 'Sous-total',
      titles: ["Rapport de l'usine", 'Imprimé le 22/11/2026'],
      footer: 'Fin du rapport',
    },
    es: {
      totals: ['Suma', 'Total general', 'Totales', 'Importe total'],
      subtotal: (group) => `Total ${group}`,
      titles: ['Informe de planta', 'Impreso el 22/11/2026'],
      footer: 'Página 1 de 1',
    },
    it: {
      totals: ['Totale', 'Totale generale', 'Somma', 'Totale complessivo'],
      subtotal: (group) => `Totale ${group}`,
      titles: ['Rapporto di stabilimento', 'Stampato il 22/11/2026'],
      footer: 'Fine stampa',
    },
  };

const names: Readonly<Record<Tongue, string>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  de: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  es: 'ene feb mar abr may jun jul ago sep oct nov dic',
  it: 'gen feb mar apr mag giu lug ago set ott nov dic',
};

export function monthName(tongue: Tongue, month: number): string {
  return names[tongue].split(' ')[month - 1] ?? '';
}

/** Columns that mean nothing to anybody but the system that printed them. */
export const noiseHeads: Readonly<Record<Tongue, readonly [text: string, figure: string, blank: string]>> = {
  en: ['Printed By', 'Row Checksum', 'Spare'],
  de: ['Gedruckt von', 'Prüfziffer', 'Leer'],
  fr: ['Imprimé par', 'Somme de contrôle', 'Réserve'],
  es: ['Impreso por', 'Dígito de control', 'Libre'],
  it: ['Stampato da', 'Cifra di controllo', 'Libero'],
};
