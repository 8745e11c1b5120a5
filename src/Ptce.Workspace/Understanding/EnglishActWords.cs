namespace Ptce.Workspace;

/// <summary>English words for what people do and speak about, and the turns of phrase that show an intent.</summary>
internal static class EnglishActWords
{
    internal const string Table = """
        activity copil: steering committee, steering group, steering board, steering meeting, steerco, sterring committee, steering
        activity cotech: technical committee, tech committee, technical group, technical meeting
        activity ca: board, board meeting, board of directors, management board, supervisory board, board of trustees
        activity bureau: executive committee, executive board, exec committee, bureau meeting, officers' meeting
        activity ag: general meeting, general assembly, agm, annual general meeting, members' meeting, annual meeting
        activity atelier: workshop, workshops, workshop session
        activity groupe_travail: grp!, working group, working party, work group, task force, taskforce, wg!, group, subgroup, thematic group
        meeting: meeting, meetings, call, phone call, seminar, training, appointment, conference, video call, interview, plenary, session, webinar, conf call, catch-up, visit, trade fair, round table
        thing locaux: room, rooms, meeting room, meeting rooms, office, offices, closed office, desk, desks, hall, premises, space, kitchen, warehouse, storage space, parking space, garage, coworking space, workspace, venue, barn, sqm, sq m, shed, storage room, storage unit, lock-up, basement, cellar, classroom, classrooms, training room, lecture hall, theatre, auditorium, gym, studio, workshop space, lab space, co-working, seat in our office, stockroom, storeroom, open space, floor space, attic, loft, yard, shop floor, storefront, container space
        thing vehicule: van, vans, truck, trucks, lorry, car, cars, vehicle, vehicles, minibus, cargo bike, trailer, pick-up, pickup, bike, bikes, tractor, car trailer, flatbed, electric car, electric van, e-bike, e-bikes, cargo bikes, trailers, lorries, scooter, minivan, box van
        thing materiel: exhibition panels, panels, display boards, banners, photocopier, copier, scanner, lawnmower, mower, sewing machine, pressure washer, trolley, shelves, benches, speakers, speaker, stage!, pallets, pallet, equipment, projector, video projector, beamer, tools, tool, laptop, laptops, computer, computers, marquee, tent, tables, chairs, printer, sound system, machine, machines, pa system, shredder, forklift, camera, microphone, microphones, drill, ladder, scaffolding, screen, generator, 3d printer, gear, whiteboard, hammer drill, sander, saw, saws, chainsaw, hedge trimmer, strimmer, welding machine, hoist, pump, heater, heaters, fridge, fridges, freezer, oven, coffee machine, dishwasher, crockery, benches and tables, flipchart, flip chart, pinboard, pinboards, notice boards, video camera, tablet, tablets, monitor, monitors, headset, lights, lighting, spotlights, loudspeaker, loudspeakers, wheelbarrow, gazebo, gazebos, tarpaulin, pressure cooker, kiln, lathe, milling machine, laser cutter, plotter, laminator, cable drum, extension leads, crates, racks, trolleys, compressor, scales
        thing denrees: food, vegetables, fruit, meals, bread, apples, unsold goods, produce, groceries, milk, potatoes, eggs, tins, food parcels, surplus food, bananas, carrots, tomatoes, onions, pasta, rice, flour, cheese, yoghurt, yoghurts, juice, sandwiches, leftovers, food donations, courgettes, pumpkins, leeks
        thing achat_groupe: bulk buying, bulk-buying, buying in bulk, buy in bulk, group purchase, group buying, group buy, joint purchase, bulk purchase, bulk order, joint order, group order, joint buying, joint purchasing, buy together, collective purchase, bulk buy, group purchasing, pooled purchase
        thing connaissance: experience of, our experience, feedback, lessons learned, lessons learnt, knowledge, know-how, template, templates, guide, documentation, example of, examples of, case study, contacts, good practice, best practice, best practices, insights, data on, study on, what we learned, what we learnt, how we got, how we did, how we set up, how we became, how we built, how we run, how we handle, how we organise, how we organize, know how, tips, hints, checklist, checklists, a model, our statutes, our model, our method, methodology, playbook
        thing competence: sb!, smb!, proofread, translate, coaching, teach, applications, spreadsheets, fundraising, bookkeep, editing, someone, somebody, anyone, skill, skills, expert, expertise, accountant, accounting, bookkeeping, bookkeeper, lawyer, designer, graphic designer, translator, translation, help, advice, hand, trainer, coach, consultant, developer, web developer, photographer, procurement, public procurement, development, web development, facilitator, proofreading, proofreader, it support, legal advice, hr advice, communication, marketing, mentor, mentoring, grant writing, training, welder, electrician, plumber, carpenter, cook, interpreter, support, tax adviser, tax advisor, notary, architect, engineer, graphic design, web designer, copywriter, journalist, videographer, video editing, social media, advisor, adviser, roofer, painter, bricklayer, mason, mechanic, it person, it specialist, it expert, statistician, first aider, lifeguard, sign language, data analyst, evaluation, mediation, mediator, accounting help, hr, legal, excel, english lessons
        thing personnel: strong people, strong hands, extra people, more people, staff, employee, worker, workers, staff member, driver, manpower, extra hands, volunteers, part-time worker, intern, trainee, cover for, replacement, seasonal worker, drivers, helpers, volunteer helpers, pair of hands, pairs of hands, caretaker, receptionist, secretary, assistant, apprentice, apprentices, seasonal workers, extra staff, temp, people to help, colleague, people to, people who can, people who, volunteers to
        thing service: service, services, transport, delivery, cleaning, catering, logistics, storage, printing, collection, maintenance, accommodation, repair, repairs, childcare, carpooling, landscaping, laundry
        timekind volunteer: not paid, volunteered, volunteer, volunteering, as a volunteer, voluntary, unpaid, in my own time, in my free time, voluntary work, on a voluntary basis, volunteers
        timekind temps_salarie: on my employer's time, on employer time, my employer's time, paid!, paid time, as an employee, on paid time, on work time, working time, on the clock, salaried time, paid by my employer, as paid staff, staff time, employee time, on company time, salaried, paid work time, paid hours, in working hours, during working hours
        timekind personnel_mis_a_disposition: seconded, on secondment, secondment, on loan to
        timekind mecenat_competences: skills sponsorship, pro bono, corporate volunteering, skills-based volunteering, skills based sponsorship
        nature commerciale: tender, tenders, bid, bids, contract, contracts, quote, client, clients, customer, customers, sale, sales, order, commercial, call for tenders, invitation to tender, procurement, subcontracting, service contract, joint offer, sold, invoice, invoiced, submitted an offer, made an offer, put in an offer, sent an offer, price offer, joint quote, sell, to sell, selling, sells, market!, marketing our
        nature strategique: research, r&d, r and d, strategic, strategy, innovation, foresight, joint study, pilot project, experiment, research project, vision, advocacy, long-term, road map, roadmap, phd, european project
        form r_et_d: r&d, r and d, research, research project, innovation, laboratory, research and development, phd, prototype
        form offre_du_pole: the cluster's offer, cluster offer, on behalf of the cluster, offer of the cluster, the pole's offer, in the name of the cluster
        form bilaterale: bilateral, bilaterally
        institution commune: town hall, city hall, municipality, the mayor's office, mayor's office, town council, city council
        institution: region, regional council, county council, department, prefecture, state, ministry, chamber of agriculture, chamber of commerce, metropolis, intercommunality, school, university hospital, hospital, district council, european commission, the government, county
        institution ask: association, company, cooperative, foundation, council, charity
        peoplebefore: we were, we are, we will be, we'll be, there were, there are, we're, there will be, we come as, there'll be, party of, group of, team of, the!, all!, we are coming as, we're coming as, we will come as, us!, put us down for, there was, were, coming as, put me down for, put down, sign us up as, counting!, we'd be, we come with
        peopleafter: ppl!, of us, people, persons, participants, attendees, volunteers, colleagues!, members, of our team, of our staff, staff, seats, places, guests, pax
        peopleword 1: alone, by myself, on my own
        peopleword 2: both of us, the two of us, a colleague and i, my colleague and i, me and a colleague, me and my colleague, a colleague and me, as a pair, in a pair
        peopleword 3: the three of us
        webare: we!
        typeword commune: town hall, city hall, municipality, town council, town of, village of, commune of
        typeword universite: university
        typeword ressourcerie: reuse centre, reuse center, recycling centre
        typeword pepinieres: nursery, nurseries
        typeword cci: chamber of commerce
        """;
}
